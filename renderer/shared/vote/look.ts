import type { VoiceLookId } from '@core/charts/voice-looks'
import { leadsAll } from '@core/charts/vote-pictures'
import type { ResultOption } from '@core/rules/result-model'

/** A number of the document as a look; what is out of 1 to 8 is shown like joined voices. */
export const voiceLook = (slot: number | 'joined' | undefined): VoiceLookId =>
  slot === 1 || slot === 2 || slot === 3 || slot === 4 || slot === 5 || slot === 6 || slot === 7 || slot === 8
    ? slot
    : 'joined'

/** The look of several voices counted together, or of one. */
export const groupLook = (
  voiceIds: readonly string[],
  voices: ReadonlyMap<string, { readonly slot: number }>,
): VoiceLookId => voiceLook(voiceIds.length === 1 ? voices.get(voiceIds[0] ?? '')?.slot : 'joined')

/** What stands in ink in the ranking of everyone: the first three of many, the first of few. */
export const leads = (option: ResultOption, all: readonly ResultOption[]): boolean => leadsAll(option, all.length)
