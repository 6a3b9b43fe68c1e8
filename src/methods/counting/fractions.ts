/** A number that is exactly `numerator / denominator`; the denominator is above 0. */
export type Fraction = { numerator: bigint; denominator: bigint }

/** Below 0, 0 or above 0 as the one is less than, equal to or more than the other. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return Number(left > right) - Number(left < right)
}

/** The fraction in lowest terms, as `3/4` or `5`. */
export function written({ numerator, denominator }: Fraction): string {
  const shared = greatestCommonDivisor(numerator, denominator)
  return shared === denominator ? `${numerator / denominator}` : `${numerator / shared}/${denominator / shared}`
}

/** The double nearest to the fraction, within two units in the last place, however long its numbers are. */
export function asNumber({ numerator, denominator }: Fraction): number {
  if (numerator < 0n) return -asNumber({ numerator: -numerator, denominator })
  // 64 bits of the quotient are more than a double holds.
  const shift = bits(denominator) - bits(numerator) + 64
  if (shift <= 0) return Number(numerator / denominator)
  return Number((numerator << BigInt(shift)) / denominator) / 2 ** shift
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [one, other] = [a, b]
  while (other) [one, other] = [other, one % other]
  return one
}

const bits = (value: bigint): number => value.toString(16).length * 4
