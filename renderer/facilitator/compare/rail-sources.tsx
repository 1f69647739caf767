import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { CompareSession, CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { IconButton } from '../../shared/look/button'
import { useStore } from '../app/store'
import { useFormat } from '../app/use-format'
import { tickedSessions, withSessions } from './chosen-sessions'
import { labsOf } from './compare-words'
import { readAs, reading } from './comparison'

/** More than these are looked for by words. */
const MANY = 12
/** Ticks drawn at once; words find the others. */
const SHOWN = 60

interface TickProps {
  readonly name: string
  readonly hint?: string
  /** Null: some of what is inside. */
  readonly on: boolean | null
  readonly onTick: (on: boolean) => void
}

const Tick = ({ name, hint, on, onTick }: TickProps) => {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = on === null
  }, [on])
  return (
    <label className="tick" title={name}>
      <input ref={box} type="checkbox" checked={on === true} onChange={(event) => onTick(event.target.checked)} />
      <span>
        <span className="compare-tick-name">{name}</span>
        {hint === undefined ? null : <span className="quiet small">{hint}</span>}
      </span>
    </label>
  )
}

type Ticks = { readonly ticked: ReadonlySet<string>; readonly put: (ids: readonly string[], on: boolean) => void }

const Sessions = ({ sessions, ticks }: { readonly sessions: readonly CompareSession[]; readonly ticks: Ticks }) => {
  const t = useT()
  const { day } = useFormat()
  const places = sessions.flatMap((session) => (session.places.length === 1 ? session.places : []))
  // One place each, and one day for all: the place is the name, and the day tells nothing.
  const apart = sessions.length > 1 && new Set(places).size === sessions.length
  const days = new Set(sessions.map((session) => session.day)).size
  return (
    <>
      {sessions.slice(0, SHOWN).map(({ sessionId, title, places: [place], day: on }) => (
        <li key={sessionId}>
          <Tick
            name={apart && place !== undefined ? place : title}
            {...(days > 1 || !apart ? { hint: day(on, 'medium') } : {})}
            on={ticks.ticked.has(sessionId)}
            onTick={(next) => ticks.put([sessionId], next)}
          />
        </li>
      ))}
      {sessions.length > SHOWN ? (
        <li className="small quiet">{t('compare:pick.more', { count: sessions.length - SHOWN })}</li>
      ) : null}
    </>
  )
}

interface LabProps {
  readonly name: string
  readonly sessions: readonly CompareSession[]
  readonly ticks: Ticks
}

/** A lab is ticked whole, or opened and its sessions one by one. */
const Lab = ({ name, sessions, ticks }: LabProps) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const left = sessions.filter(({ sessionId }) => ticks.ticked.has(sessionId)).length
  const ids = sessions.map(({ sessionId }) => sessionId)
  return (
    <li>
      <div className="compare-lab">
        <Tick
          name={name}
          on={left === sessions.length ? true : left === 0 ? false : null}
          onTick={(next) => ticks.put(ids, next)}
        />
        <IconButton
          size="small"
          name={t('compare:rail.sessionsOf', { lab: name })}
          expanded={open}
          icon={open ? <IconChevronDown size={16} stroke={1.75} /> : <IconChevronRight size={16} stroke={1.75} />}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open ? (
        <ul className="compare-listed compare-inner">
          <Sessions sessions={sessions} ticks={ticks} />
        </ul>
      ) : null}
    </li>
  )
}

/** What is in the comparison: labs, and their sessions, to tick in and out. */
export const RailSources = ({ base }: { readonly base: CompareView }) => {
  const t = useT()
  const { filter } = useStore(reading)
  const [words, setWords] = useState('')
  const ticked = tickedSessions(base, filter)
  const ticks: Ticks = { ticked, put: (ids, on) => readAs({ filter: withSessions(base, filter, ids, on) }) }
  const labs = labsOf(base)
  const wanted = words.trim().toLowerCase()
  const isFound = (...texts: readonly string[]): boolean => texts.join(' ').toLowerCase().includes(wanted)
  const several = labs.length > 1
  const foundLabs = several
    ? labs
        .map((lab) => ({ ...lab, sessions: base.sessions.filter(({ labId }) => labId === lab.labId) }))
        .filter(({ labName, sessions }) => isFound(labName, ...sessions.map(({ title }) => title)))
    : []
  const foundSessions = several ? [] : base.sessions.filter(({ title, places, day }) => isFound(title, day, ...places))
  return (
    <>
      {(several ? labs.length : base.sessions.length) > MANY ? (
        <input
          className="input compare-find"
          type="search"
          aria-label={t('compare:rail.search')}
          placeholder={t('compare:rail.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : null}
      <ul className="compare-listed">
        {foundLabs.slice(0, SHOWN).map(({ labId, labName, sessions }) => (
          <Lab key={labId} name={labName} sessions={sessions} ticks={ticks} />
        ))}
        {foundLabs.length > SHOWN ? (
          <li className="small quiet">{t('compare:pick.more', { count: foundLabs.length - SHOWN })}</li>
        ) : null}
        {several ? null : <Sessions sessions={foundSessions} ticks={ticks} />}
      </ul>
    </>
  )
}
