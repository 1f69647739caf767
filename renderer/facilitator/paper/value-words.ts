import type { BallotValue, VoteMethod } from '@core/model/vote'
import { STANCES } from '@core/text/ballot-words'
import type { Translate } from '../../shared/i18n/use-t'

/** What a reading says about one option; empty for nothing. */
export const valueWords = (t: Translate, method: VoteMethod, value: BallotValue): string => {
  if (value === null) return ''
  if (Array.isArray(value)) {
    return `${t('ballot:scale.effort.name')} ${value[0]}, ${t('ballot:scale.effect.name')} ${value[1]}`
  }
  if (method.name === 'consent') {
    const stance = STANCES[value]
    return stance === undefined ? '' : t(`ballot:stance.${stance}.name`)
  }
  if (value === 0) return ''
  return method.name === 'approval' ? t('paper:compare.ticked') : String(value)
}
