import { useMemo, useState } from 'react'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { ordered } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import type { VoteOption } from '@core/model/vote'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import type { Translate } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useReplica } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { voiceSlot } from '../app/voice-slot'
import { optionFrom } from './vote-draft'
import type { OptionSource } from './vote-draft'

interface Candidate {
  readonly source: OptionSource
  readonly text: string
  readonly looks: readonly VoiceLookId[]
  readonly cards: number
}

interface BoardGroup {
  readonly id: string
  readonly name: string
  readonly candidates: readonly Candidate[]
}

/** Clusters before single cards: they say the same in fewer words. Hidden and held cards are not voted on. */
const groupsOf = (view: DocumentView, t: Translate): readonly BoardGroup[] => {
  const lookOf = (voiceId: string | undefined): VoiceLookId[] => {
    const voice = view.voice.get(voiceId ?? '')
    return voice === undefined ? [] : [voiceSlot(voice)]
  }
  const clusters = ordered(view, 'cluster')
  const cards = ordered(view, 'card').filter((card) => card.revealed && !card.held && card.clusterId === undefined)
  const decisions = ordered(view, 'decision').filter(({ status }) => status !== 'dropped')
  const boards = ordered(view, 'board').map((board) => ({
    id: board.id,
    name: labelText(t, board.label),
    candidates: [
      ...clusters
        .filter((cluster) => cluster.boardId === board.id)
        .map((cluster) => ({
          source: { type: 'cluster', id: cluster.id } as const,
          text: labelText(t, cluster.label),
          looks: [...new Set(cluster.cards.flatMap(({ id }) => lookOf(view.card.get(id)?.voiceId)))],
          cards: cluster.cards.length,
        })),
      ...cards
        .filter((card) => card.boardId === board.id)
        .map((card) => ({
          source: { type: 'card', id: card.id } as const,
          text: card.text,
          looks: lookOf(card.voiceId),
          cards: 1,
        })),
    ],
  }))
  const decided = decisions.map(({ id, wording }) => ({
    source: { type: 'decision', id } as const,
    text: wording,
    looks: [],
    cards: 0,
  }))
  return [...boards, { id: 'decisions', name: t('vote:picker.decisions'), candidates: decided }]
}

interface CandidateRowProps {
  readonly candidate: Candidate
  readonly ticked: boolean
  readonly taken: boolean
  readonly onTick: () => void
}

const CandidateRow = ({ candidate, ticked, taken, onTick }: CandidateRowProps) => {
  const t = useT()
  return (
    <li>
      <label className="tick picker-row" data-cluster={candidate.source.type === 'cluster' || undefined}>
        <input type="checkbox" checked={ticked || taken} disabled={taken} onChange={onTick} />
        <span className="picker-words">{candidate.text}</span>
        <span className="picker-marks">
          {candidate.looks.map((look) => (
            <VoiceMark key={look} voice={look} size={12} />
          ))}
          {candidate.source.type === 'cluster' ? (
            <span className="quiet small">{t('common:cards', { count: candidate.cards })}</span>
          ) : null}
          {taken ? <span className="quiet small">{t('vote:picker.taken')}</span> : null}
        </span>
      </label>
    </li>
  )
}

interface OptionPickerProps {
  readonly taken: readonly VoteOption[]
  readonly onAdd: (options: readonly VoteOption[]) => void
  readonly onClose: () => void
}

/** Groups of cards and cards of all boards, to be ticked; a search narrows them. */
export const OptionPicker = ({ taken, onAdd, onClose }: OptionPickerProps) => {
  const t = useT()
  const { view } = useReplica()
  const groups = useMemo(() => groupsOf(view, t), [view, t])
  const [search, setSearch] = useState('')
  const [ticked, setTicked] = useState<ReadonlyMap<string, OptionSource>>(new Map())
  const wanted = search.trim().toLocaleLowerCase()
  const shown = groups
    .map((group) => ({
      ...group,
      candidates: group.candidates.filter(({ text }) => text.toLocaleLowerCase().includes(wanted)),
    }))
    .filter((group) => group.candidates.length > 0)
  const takenIds = new Set(taken.flatMap(({ source }) => source?.id ?? []))
  const tick = (source: OptionSource): void => {
    const next = new Map(ticked)
    if (!next.delete(source.id)) next.set(source.id, source)
    setTicked(next)
  }
  const add = (): void => onAdd([...ticked.values()].flatMap((source) => optionFrom(view, t, source) ?? []))
  return (
    <Dialog title={t('vote:picker.title')} onClose={onClose} wide>
      <div className="dialog-body picker">
        <input
          type="search"
          className="input"
          data-autofocus
          aria-label={t('vote:picker.search')}
          placeholder={t('vote:picker.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <div className="picker-list" tabIndex={0} role="group" aria-label={t('vote:picker.list')}>
          {shown.map((group) => (
            <section key={group.id}>
              <h3>{group.name}</h3>
              <ul className="picker-rows">
                {group.candidates.map((candidate) => (
                  <CandidateRow
                    key={candidate.source.id}
                    candidate={candidate}
                    ticked={ticked.has(candidate.source.id)}
                    taken={takenIds.has(candidate.source.id)}
                    onTick={() => tick(candidate.source)}
                  />
                ))}
              </ul>
            </section>
          ))}
          {shown.length === 0 ? <p className="quiet">{t('vote:picker.none')}</p> : null}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" onClick={add} unavailable={ticked.size === 0 ? t('vote:picker.tickFirst') : undefined}>
            {ticked.size === 0 ? t('common:add') : t('vote:picker.add', { count: ticked.size })}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
