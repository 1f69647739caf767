import { shapePath } from '@core/charts/voice-shapes'

/** Three lines, a voice on each. Framework-free, so that the participant page draws the same. */
export const LOGO_BOX = { width: 42, height: 36 }

const LINE_WIDTH = 1.9

const line = (y: number): string => `M0 ${y - LINE_WIDTH / 2}H${LOGO_BOX.width}v${LINE_WIDTH}H0Z`

/** To be filled with ink. */
export const LOGO_PATH = [
  ...[7, 18, 29].map(line),
  shapePath('circle', 11.5, 7, 14),
  shapePath('square', 25.5, 18, 13.6),
  shapePath('triangle', 14, 29.2, 13.6),
].join('')
