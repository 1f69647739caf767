import { useMemo } from 'react'
import { encode } from 'uqr'

interface QrCodeProps {
  readonly text: string
  readonly label: string
  readonly size?: number
}

/** Quiet zone in modules; readers need it. */
const BORDER = 2

const pathOf = (data: readonly (readonly boolean[])[]): string =>
  data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')

/** Always dark on light, in every theme: many phones do not read it the other way round. */
export const QrCode = ({ text, label, size = 168 }: QrCodeProps) => {
  const { path, modules } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: BORDER })
    return { path: pathOf(code.data), modules: code.size }
  }, [text])
  return (
    <svg
      className="qr-code"
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  )
}
