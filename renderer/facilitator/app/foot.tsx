import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Card } from '@core/model/card'
import type { DocumentView } from '@core/model/document'
import { labelText } from '../../shared/i18n/label'
import { useFormat } from './use-format'
import { useT } from '../../shared/i18n/use-t'
import { VoiceBand } from '../../shared/look/voice-band'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceSlot } from './voice-slot'
import { useOrdered, useReadOnly, useReplica, useRun, useSession, useTable } from '../../shared/replica/react'
import { useQuietVoices, useTurns } from '../people/use-balance'
import { heardIn } from './heard'
import type { Heard, HeardVoice, Quiet } from './heard'
import { useNav } from './nav'
import type { Place } from './nav'
import { reportFailure } from './problems'
import './foot.css'

/**
 * Letters of all names together. A small laptop holds fewer than this beside band and sentence, a large one fewer than
 * that; where they do not fit, marks and figures stand alone.
 */
const LONG = 66
const VERY_LONG = 92

type Scope = { readonly kind: 'step' | 'board' | 'today'; readonly belongs: (card: Card) => boolean }

/** On a board or its step what was said there; anywhere else everything of today. */
const scopeOf = (place: Place, view: DocumentView): Scope => {
  if (place.kind === 'board') return { kind: 'board', belongs: (card) => card.boardId === place.id }
  const step = place.kind === 'step' ? view.step.get(place.id) : undefined
  if (step?.boardId === undefined || step.voteId !== undefined) return { kind: 'today', belongs: () => true }
  const { id, boardId } = step
  // Where nobody may add anything, as while putting together, all that was said on the board counts.
  if (step.contribute === 'closed' && ![...view.card.values()].some((card) => card.stepId === id)) {
    return { kind: 'board', belongs: (card) => card.boardId === boardId }
  }
  return { kind: 'step', belongs: (card) => card.boardId === boardId && (card.stepId ?? id) === id }
}

const QuietWords = ({ quiet }: { readonly quiet: Quiet }) => {
  const t = useT()
  const { list } = useFormat()
  switch (quiet.kind) {
    case 'nobody':
      return t('shell:foot.nobody')
    case 'unstated':
      return t('shell:foot.unstated')
    case 'even':
      return t('shell:foot.even')
    case 'only':
      return t('shell:foot.only', { voice: labelText(t, quiet.voice.label) })
    case 'silent':
      return t('shell:foot.silent', {
        count: quiet.voices.length,
        voices: list(quiet.voices.map((voice) => labelText(t, voice.label))),
      })
    case 'least':
      return t('shell:foot.least', {
        voice: labelText(t, quiet.voice.label),
        said: quiet.count,
        total: quiet.total,
      })
  }
}

const useBandWords = (heard: Heard): string => {
  const t = useT()
  const { list } = useFormat()
  const parts = heard.voices.map(({ voice, count }) =>
    t('shell:foot.part', { voice: labelText(t, voice.label), said: count }),
  )
  return parts.length === 0 ? t('shell:foot.nobody') : list(parts)
}

/** One voice: what it said here, and with a press one speaking turn more. */
const VoiceTurn = ({ voice, count }: HeardVoice) => {
  const t = useT()
  const run = useRun()
  const readOnly = useReadOnly()
  const runs = useSession()?.state === 'running'
  const closed = readOnly || !runs
  const turns = useTurns().get(voice.id) ?? 0
  const name = labelText(t, voice.label)
  const words = (
    <>
      <VoiceMark voice={voiceSlot(voice)} size={13} />
      <span className="foot-voice">{name}</span>
      <b>{count}</b>
      {turns === 0 ? null : <span className="foot-turns">+{turns}</span>}
    </>
  )
  if (closed) {
    return (
      <span className="foot-part" title={name}>
        {words}
      </span>
    )
  }
  const take = async (): Promise<void> => {
    const done = await run('turn.add', { voiceId: voice.id })
    if (!done.ok) reportFailure(done.error)
  }
  const label = t('shell:foot.turnOf', { voice: name, said: count, turns })
  return (
    <button type="button" className="foot-part foot-turn" title={label} onClick={() => void take()}>
      {words}
      <span className="visually-hidden">{t('shell:foot.turn')}</span>
    </button>
  )
}

/** A voice that was not heard for long comes before who said least. */
const LongQuiet = ({ instead }: { readonly instead: ReactNode }) => {
  const t = useT()
  const voices = useOrdered('voice')
  const [quiet] = useQuietVoices()
  const voice = voices.find((one) => one.id === quiet?.voiceId)
  if (!quiet || !voice) return instead
  return t('shell:foot.quiet', { voice: labelText(t, voice.label), count: Math.floor(quiet.forMs / 60_000) })
}

/** Who was heard, and who is quiet. It states, it does not scold. */
export const Foot = () => {
  const t = useT()
  const { place } = useNav()
  const replica = useReplica()
  const voices = useOrdered('voice')
  const cards = useTable('card')
  const steps = useTable('step')
  const scope = useMemo(() => (steps.size < 0 ? null : scopeOf(place, replica.view)), [place, replica, steps])
  const heard = heardIn(voices, cards.values(), scope?.belongs ?? (() => true))
  const letters = heard.voices.reduce((sum, { voice }) => sum + labelText(t, voice.label).length, 0)
  return (
    <footer className="foot" data-area="foot" tabIndex={-1} aria-label={t('shell:areas.foot')}>
      <p className="foot-name">{t(`shell:foot.heard.${scope?.kind ?? 'today'}`)}</p>
      <div className="foot-band">
        <VoiceBand
          parts={heard.voices.map(({ voice, count }) => ({ voice: voiceSlot(voice), count }))}
          label={useBandWords(heard)}
        />
      </div>
      <ul className="foot-voices" data-names={letters > VERY_LONG ? 'very-long' : letters > LONG ? 'long' : undefined}>
        {heard.voices.map((one) => (
          <li key={one.voice.id}>
            <VoiceTurn {...one} />
          </li>
        ))}
      </ul>
      <p className="foot-quiet">
        <LongQuiet instead={<QuietWords quiet={heard.quiet} />} />
      </p>
    </footer>
  )
}
