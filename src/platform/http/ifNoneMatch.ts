/** Does an If-None-Match header name this version? Compared weakly (RFC 9110 §13.1.2): a proxy that compressed the answer may have weakened its tag. */
export const namesVersion = (ifNoneMatch: string | undefined, version: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${version}"`)
