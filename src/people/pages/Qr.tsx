import encodeQR from 'qr'

/** Light around the code, in modules: readers ask for four (ISO/IEC 18004 §5.3.8). */
const QUIET = 4

/** A QR code, drawn here: dark on light in every colour scheme, as readers expect. */
export function Qr({ text, title }: { text: string; title: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const path = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
  return (
    <svg class="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={title} shape-rendering="crispEdges">
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
