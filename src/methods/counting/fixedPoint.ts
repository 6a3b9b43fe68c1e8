/** A whole number of the smallest parts as an exact decimal with this many places. */
export function fixedPoint(parts: bigint | number, places: number): string {
  const digits = BigInt(parts)
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0')
  return places ? `${sign}${text.slice(0, -places)}.${text.slice(-places)}` : sign + text
}
