import { useMemo } from 'react'
import type { VoiceLookId } from '@core/charts/voice-looks'
import type { Owner } from '@core/model/person'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useTable } from '../../shared/replica/react'
import { voiceSlot } from '../app/voice-slot'

export type OwnerView = { readonly name: string; readonly look: VoiceLookId | null }

/** Names and marks of owners; null for an owner that is gone or was never named. */
export const useOwnerView = (): ((owner: Owner | undefined) => OwnerView | null) => {
  const t = useT()
  const voices = useTable('voice')
  const people = useTable('person')
  return useMemo(() => {
    const ofVoice = (id: string | undefined): OwnerView | null => {
      const voice = voices.get(id ?? '')
      return voice === undefined ? null : { name: labelText(t, voice.label), look: voiceSlot(voice) }
    }
    return (owner) => {
      switch (owner?.kind) {
        case 'voice':
          return ofVoice(owner.voiceId)
        case 'person': {
          const person = people.get(owner.personId)
          return person === undefined ? null : { name: person.alias, look: ofVoice(person.voiceId)?.look ?? null }
        }
        case 'organisation':
          return { name: owner.name, look: null }
        case undefined:
          return null
      }
    }
  }, [t, voices, people])
}

/** One value of a select: `voice:<id>`, `person:<id>`, `organisation` or nothing. */
export const ownerKey = (owner: Owner | null): string => {
  switch (owner?.kind) {
    case 'voice':
      return `voice:${owner.voiceId}`
    case 'person':
      return `person:${owner.personId}`
    case 'organisation':
      return 'organisation'
    case undefined:
      return ''
  }
}

/** The owner a select's value names; null for nobody and for an organisation that has no name yet. */
export const ownerOf = (key: string): Owner | null => {
  const [kind, id] = key.split(':')
  if (id === undefined || id === '') return null
  return kind === 'voice' ? { kind: 'voice', voiceId: id } : { kind: 'person', personId: id }
}
