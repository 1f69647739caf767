import { LOGO_BOX, LOGO_PATH } from './logo-paths'

interface LogoProps {
  /** Pixels of width; 28 in the top bar, 36 on the home page, 42 on the projector. */
  readonly size?: number
  readonly label?: string
}

/** The sign of the app. Silent unless it stands alone and carries a label. */
export const Logo = ({ size = 28, label }: LogoProps) => (
  <svg
    className="logo"
    width={size}
    height={Math.round((size * LOGO_BOX.height) / LOGO_BOX.width)}
    viewBox={`0 0 ${LOGO_BOX.width} ${LOGO_BOX.height}`}
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    <path d={LOGO_PATH} />
  </svg>
)
