import type { VoiceSlot } from '@core/charts/voice-looks'
import type { VoiceCount } from '@core/protocol/views'
import type { Translate } from '../../shared/i18n/use-t'

/** Built-in names arrive as keys, since the host does not know the reader's language. */
export const voiceName = (t: Translate, name: string): string => (name.startsWith('boards:') ? t(name) : name)

/** Slots are 1-8 by the schema; anything else is drawn as the last one. */
export const slotOf = (voice: Pick<VoiceCount, 'slot'>): VoiceSlot => Math.min(8, Math.max(1, voice.slot)) as VoiceSlot
