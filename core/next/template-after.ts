import type { Session } from '../model/session'
import type { TemplateCard } from '../protocol/views'

const FOLLOW_UP = 'follow-up'

/**
 * Id of the template that the next session most likely has: after a round of a dialogue its next round, else the
 * follow-up meeting; empty when there is neither. Rounds of one dialogue follow each other in the list.
 */
export const templateAfter = (
  templates: readonly TemplateCard[],
  session: Pick<Session, 'templateKey' | 'round'> | undefined,
): string => {
  const last = templates.findIndex(({ key }) => key !== '' && key === session?.templateKey)
  const round = templates[last]?.round
  const next = round === undefined ? undefined : templates.slice(last + 1).find((one) => one.round === round + 1)
  return (next ?? templates.find(({ id }) => id === FOLLOW_UP))?.id ?? ''
}
