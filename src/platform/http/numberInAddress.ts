import { notFound } from '../refusal.ts'

/** The number that a part of an address is: 1 to 999. Throws Refusal 404 for anything else. */
export function numberInAddress(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,2}$/.test(text)) throw notFound()
  return Number(text)
}
