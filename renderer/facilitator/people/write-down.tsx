import { IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { runningStep } from '@core/commands/running-step'
import type { Board } from '@core/model/board'
import { LIMITS } from '@core/model/limits'
import type { Quote } from '@core/model/person'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { VoiceChip } from '../../shared/look/chip'
import { useOrdered, useReplica, useRun, useTable } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { showPanel } from '../app/panels'
import { reportFailure } from '../app/problems'
import { SidePanel } from '../app/side-panel'
import { voiceSlot } from '../app/voice-slot'
import { WhereField } from './where-field'
import './write-down.css'

type Way = 'spoken' | 'paper'
type Draft = {
  readonly text: string
  readonly way: Way
  readonly voiceId: string | null
  readonly personId: string
  readonly by: string
  readonly readBack: boolean
  readonly quote: Quote
  readonly held: boolean
}

const QUOTES: readonly Quote[] = ['none', 'role', 'named']
const EMPTY: Draft = {
  text: '',
  way: 'spoken',
  voiceId: null,
  personId: '',
  by: '',
  readBack: false,
  quote: 'none',
  held: false,
}

/** Where the room is at work, else the first board. */
const useBoards = (): {
  readonly boards: readonly Board[]
  readonly now: Board | undefined
  readonly stepId?: string
} => {
  const { view } = useReplica()
  useTable('step')
  const boards = useOrdered('board')
  const step = runningStep(view)
  const board = step?.boardId === undefined ? undefined : view.board.get(step.boardId)
  return { boards, now: board ?? boards[0], ...(step?.boardId === undefined ? {} : { stepId: step.id }) }
}

const firstZone = (board: Board | undefined): string[] => board?.axes.map((axis) => axis.entries[0]?.id ?? '') ?? []

/** Who says what, to whom it was read back: kept card by card, so that the next one begins at once. */
const useWriteDown = () => {
  const run = useRun()
  const { boards, now, stepId } = useBoards()
  const [draft, setDraft] = useState(EMPTY)
  const [boardId, setBoardId] = useState(now?.id ?? '')
  const board = boards.find((one) => one.id === boardId) ?? now
  const [zone, setZone] = useState(firstZone(board))
  const fits = board?.axes.every((axis, at) => axis.entries.some((entry) => entry.id === zone[at])) ?? false
  const place = fits ? zone : firstZone(board)
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const keep = async (): Promise<boolean> => {
    if (!board) return false
    const spoken = draft.way === 'spoken'
    const by = draft.by.trim()
    const added = await run('card.add', {
      id: newId(),
      boardId: board.id,
      zone: place,
      text: draft.text.trim(),
      source: spoken ? 'facilitator' : 'paper',
      quote: draft.quote,
      held: draft.held,
      ...(draft.voiceId === null ? {} : { voiceId: draft.voiceId }),
      ...(draft.personId === '' ? {} : { personId: draft.personId }),
      ...(spoken ? { spoken: true, readBack: draft.readBack, ...(by === '' ? {} : { writtenBy: by }) } : {}),
      // Only where this step works on that board: elsewhere it was not said in it.
      ...(stepId !== undefined && now?.id === board.id ? { stepId } : {}),
    })
    if (!added.ok) {
      reportFailure(added.error)
      return false
    }
    // The next one may be somebody else: only who writes, and where, stays.
    setDraft({ ...EMPTY, way: draft.way, by: draft.by })
    return true
  }
  const choosePerson = (personId: string, voiceId: string | undefined, quote: Quote | undefined): void =>
    set({ personId, ...(voiceId === undefined ? {} : { voiceId }), ...(quote === undefined ? {} : { quote }) })
  return { draft, set, keep, choosePerson, boards, board, setBoardId, zone: place, setZone }
}

type Work = ReturnType<typeof useWriteDown>

const WhoFields = ({ draft, set, choosePerson }: Work) => {
  const t = useT()
  const voices = useOrdered('voice')
  const people = useOrdered('person')
  return (
    <>
      <div className="field">
        <span className="field-label" id="write-voice">
          {t('people:write.voice')}
        </span>
        <div className="write-voices" role="group" aria-labelledby="write-voice">
          {voices.map((voice) => (
            <VoiceChip
              key={voice.id}
              withName
              voice={voiceSlot(voice)}
              name={labelText(t, voice.label)}
              pressed={draft.voiceId === voice.id}
              onChange={(pressed) => set({ voiceId: pressed ? voice.id : null })}
            />
          ))}
        </div>
      </div>
      {people.length === 0 ? null : (
        <div className="field">
          <label htmlFor="write-person">{t('people:write.person')}</label>
          <select
            id="write-person"
            className="input"
            value={draft.personId}
            onChange={(event) => {
              const person = people.find((one) => one.id === event.target.value)
              choosePerson(person?.id ?? '', person?.voiceId, person?.consent.quote)
            }}
          >
            <option value="">{t('people:write.nobody')}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.alias}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor="write-quote">{t('people:write.quote')}</label>
        <select
          id="write-quote"
          className="input"
          value={draft.quote}
          onChange={(event) => set({ quote: QUOTES.find((one) => one === event.target.value) ?? 'none' })}
        >
          {QUOTES.map((quote) => (
            <option key={quote} value={quote}>
              {t(`people:quote.${quote}`)}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

const SpokenFields = ({ draft, set }: Work) => {
  const t = useT()
  return (
    <>
      <div className="field">
        <label htmlFor="write-by">{t('people:write.by')}</label>
        <input
          id="write-by"
          className="input"
          maxLength={120}
          value={draft.by}
          onChange={(event) => set({ by: event.target.value })}
        />
      </div>
      <label className="tick">
        <input type="checkbox" checked={draft.readBack} onChange={(event) => set({ readBack: event.target.checked })} />
        <span>{t('people:write.readBack')}</span>
      </label>
    </>
  )
}

type FormProps = {
  readonly work: Work
  readonly words: Ref<HTMLTextAreaElement>
  readonly onSave: () => void
}

const WriteForm = ({ work, words, onSave }: FormProps) => {
  const t = useT()
  const { draft, set, board } = work
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onSave()
  }
  return (
    <div className="write-down">
      <Segmented<Way>
        name={t('people:write.way')}
        value={draft.way}
        segments={[
          { value: 'spoken', label: t('people:write.spoken') },
          { value: 'paper', label: t('people:write.paper') },
        ]}
        onChange={(way) => set({ way })}
      />
      <div className="field">
        <label htmlFor="write-text">{t('people:write.text')}</label>
        <textarea
          id="write-text"
          ref={words}
          className="input"
          rows={4}
          dir="auto"
          aria-describedby="write-hint"
          value={draft.text}
          onKeyDown={onKeyDown}
          onChange={(event) => set({ text: event.target.value })}
        />
        <p id="write-hint" className="field-hint">
          {t('people:write.hint')}
        </p>
      </div>
      <WhoFields {...work} />
      {draft.way === 'spoken' ? <SpokenFields {...work} /> : null}
      {board ? (
        <WhereField
          boards={work.boards}
          board={board}
          zone={work.zone}
          onBoard={work.setBoardId}
          onZone={work.setZone}
        />
      ) : null}
      <label className="tick">
        <input type="checkbox" checked={draft.held} onChange={(event) => set({ held: event.target.checked })} />
        <span>{t('people:write.held')}</span>
      </label>
    </div>
  )
}

/** Why it cannot be kept yet, as the last part of a key. */
const missingIn = ({ draft, board }: Work): 'noBoard' | 'empty' | 'full' | null => {
  if (!board) return 'noBoard'
  if (draft.text.trim() === '') return 'empty'
  return draft.text.length > LIMITS.statement ? 'full' : null
}

/** Somebody speaks, or hands over a slip, and somebody else writes: with their voice, and read back to them. */
export const WriteDownPanel = () => {
  const t = useT()
  const work = useWriteDown()
  const [kept, setKept] = useState(false)
  const words = useRef<HTMLTextAreaElement>(null)
  const why = missingIn(work)
  const save = async (): Promise<void> => {
    if (why !== null) return
    setKept(await work.keep())
    words.current?.focus()
  }
  return (
    <SidePanel side="right" wide>
      <Drawer
        title={t('people:write.title')}
        mark={<IconPencil size={19} stroke={1.75} aria-hidden="true" />}
        onClose={() => showPanel(null)}
        takesFocus
        actions={
          <>
            <Button
              kind="primary"
              unavailable={why === null ? undefined : t(`people:write.${why}`)}
              onClick={() => void save()}
            >
              {t('people:write.keep')}
            </Button>
            <span role="status" className="small quiet">
              {kept && work.draft.text === '' ? t('people:write.kept') : null}
            </span>
          </>
        }
      >
        <WriteForm work={work} words={words} onSave={() => void save()} />
      </Drawer>
    </SidePanel>
  )
}
