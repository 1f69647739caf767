import type { VoiceSlot } from '@core/charts/voice-looks'
import type { Voice } from '@core/model/voice'

/** The schema holds slots to 1-8. */
export const voiceSlot = (voice: Pick<Voice, 'slot'>): VoiceSlot => voice.slot as VoiceSlot
