/** A decimal number as written: the digits without the point, and how many of them stood behind it. */
export type Decimal = { digits: bigint; places: number }

/** Reads `1532717.63` exactly; a comma may stand for the point, as some cities write. Null when it is no decimal number. */
export function readDecimal(text: string): Decimal | null {
  const parts = /^(-?\d+)(?:[.,](\d+))?$/.exec(text)
  if (!parts) return null
  const behind = (parts[2] ?? '').replace(/0+$/, '')
  return { digits: BigInt(parts[1] + behind), places: behind.length }
}

/** The decimal counted in the smallest unit, of which 10 to the power of `places` make one. */
export function inSmallestUnit({ digits, places }: Decimal, mostPlaces: number): bigint {
  return digits * 10n ** BigInt(mostPlaces - places)
}

/** An amount of the smallest unit written in the file's: 153271763 with a unit of 100 is `1532717.63`. */
export function inFileUnit(amount: bigint, unit: bigint): string {
  const places = unit.toString().length - 1
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const behind = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${amount < 0n ? '-' : ''}${whole}${behind && '.'}${behind}`
}

/** A whole number of the smallest parts as a decimal with exactly this many places, as rules that cut off at so many write it. */
export function fixedPoint(parts: bigint | number, places: number): string {
  const digits = BigInt(parts)
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0')
  return places ? `${sign}${text.slice(0, -places)}.${text.slice(-places)}` : sign + text
}
