import type { Vote } from '@core/model/vote'
import type { Values } from '../model/ballot'

/** What the lines of each method get, and how they answer. */
export type RowsProps = {
  readonly vote: Vote
  readonly values: Values
  /** `said`: for a screen reader, where the control itself does not say it. */
  readonly onChange: (values: Values, said?: string) => void
  /** Why something cannot be done now. */
  readonly onRefuse: (why: string) => void
}
