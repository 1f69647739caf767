import type { ResultGroup, ResultOption, ResultView } from '../rules/result-model'
import type { VoiceLookId } from './voice-looks'
import { isVoiceSlot } from './voice-looks'

/**
 * The pictures of a result. byVoice: ranking of everyone and of each voice; heat: topic by voice; answers: how often each
 * of 1 to 5; stances: support, stand aside, object; quadrants: effort by effect; pairs: each topic against each other.
 */
export type VotePicture = 'byVoice' | 'heat' | 'answers' | 'stances' | 'quadrants' | 'pairs'

const OWN: { readonly [M in ResultView['method']['name']]: readonly VotePicture[] } = {
  dots: ['byVoice'],
  approval: ['byVoice'],
  'share-100': ['byVoice'],
  rating: ['byVoice', 'answers'],
  ranking: ['byVoice', 'pairs'],
  'effort-effect': ['quadrants', 'byVoice'],
  consent: ['stances', 'byVoice'],
}

/** What makes sense for this result, the best first; by-voice pictures only where voices may be shown. */
export const picturesOf = (result: ResultView): VotePicture[] => {
  const own = OWN[result.method.name].filter((picture) => picture !== 'pairs' || result.pairs !== null)
  const byVoice = result.options.some(({ cells }) => cells.some(({ share }) => share !== null))
  return byVoice ? [...own, 'heat'] : [...own]
}

/** A number of the document as a look; several voices together, or what is out of 1 to 8, are shown as joined. */
export const lookOfGroup = (group: Pick<ResultGroup, 'slot'>): VoiceLookId =>
  group.slot !== 'joined' && isVoiceSlot(group.slot) ? group.slot : 'joined'

/** How a value of this result is written: whole numbers, or means with one decimal. */
export const valueDigits = (result: Pick<ResultView, 'method'>): 0 | 1 =>
  result.method.name === 'rating' || result.method.name === 'effort-effect' ? 1 : 0

/** What stands in ink among the bars of everyone: the first three of many, the first of few. */
export const leadsAll = (option: Pick<ResultOption, 'value' | 'position'>, count: number): boolean =>
  (option.value ?? 0) > 0 && option.position <= (count > 4 ? 3 : 1)

/** The numbers people know: a mean begins at 1, so that a bar begins there too. */
export const barLength = (result: Pick<ResultView, 'method'>, value: number | null): number =>
  value === null ? 0 : valueDigits(result) === 1 ? Math.max(0, value - 1) : Math.max(0, value)

/** The longest bar: four steps from 1 to 5 for a mean, the highest figure otherwise; never 0. */
export const fullLength = (result: Pick<ResultView, 'method' | 'options'>): number =>
  valueDigits(result) === 1 ? 4 : Math.max(1, ...result.options.map((option) => option.value ?? 0))
