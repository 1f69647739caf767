import type { TimeTone } from '@core/rules/step-clock'
import { formatClock } from '../../shared/i18n/format'

/** "18:24", over time "+2:05". */
export const clockFigures = (left: number): string =>
  left < 0 ? `+${formatClock(Math.floor(left))}` : formatClock(Math.ceil(left))

/** The tone of a strip: quiet at first. */
export const stripTone = (tone: TimeTone): 'ink' | 'warn' | 'bad' => (tone === 'calm' ? 'ink' : tone)
