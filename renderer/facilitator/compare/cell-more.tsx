import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { Topic } from '@core/model/board'
import type { CompareSession, CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useStore } from '../app/store'
import { useFormat } from '../app/use-format'
import { useOpen } from '../home/use-open'
import { comparing } from './comparison'
import type { By } from './comparison'
import { sessionsOf } from './compare-words'
import { countOf } from './heat-model'
import type { Chosen } from './heat-model'

/** Read at a glance; the rest is asked for. */
const SHOWN = 8
/** What a place says of its own society: without it a number is easily misread. */
const SOCIETY: readonly Topic[] = ['welfare', 'provision']

interface BehindProps {
  readonly view: CompareView
  readonly by: By
  readonly chosen: Chosen
}

/** Sessions of the row that hold something of this cell; of an empty one, all of the row. */
export const sessionsBehind = (view: CompareView, by: By, chosen: Chosen): readonly CompareSession[] => {
  const cell = view.topics.rows.find(({ name }) => name === chosen.row)?.cells[view.topics.topics.indexOf(chosen.topic)]
  const held = new Set(cell && 'statements' in cell ? cell.statements.map(({ sessionId }) => sessionId) : [])
  const all = sessionsOf(view, by, chosen.row)
  return held.size === 0 ? all : all.filter(({ sessionId }) => held.has(sessionId))
}

const More = ({ count, onMore }: { readonly count: number; readonly onMore: () => void }) => {
  const t = useT()
  return count <= 0 ? null : (
    <button type="button" className="btn btn-link" onClick={onMore}>
      {t('compare:band.more', { count })}
    </button>
  )
}

/** How the number came about: of how many sessions, and what the place says of its own services. */
export const ToReadIt = ({
  view,
  by,
  chosen,
  sessions,
}: BehindProps & { readonly sessions: readonly CompareSession[] }) => {
  const t = useT()
  const { frame } = view
  const places = new Set(by === 'place' ? [chosen.row] : sessions.flatMap((session) => session.places))
  const said = frame.rows
    .filter(({ place }) => places.has(place))
    .flatMap(({ cells }) => SOCIETY.flatMap((topic) => cells[frame.topics.indexOf(topic)] ?? []))
  const statements = sessions.reduce((sum, session) => sum + session.statements, 0)
  return (
    <section className="compare-behind">
      <h3>{t('compare:drawer.read')}</h3>
      <p className="small">
        {t('compare:drawer.rests', {
          statements: t('report:compare.statements', { count: statements }),
          sessions: t('report:compare.sessions', { count: sessions.length }),
        })}
      </p>
      {said.slice(0, SHOWN).map((text, at) => (
        // Two people may have said the same words.
        <p key={`${at} ${text}`} className="small">
          {text}
        </p>
      ))}
    </section>
  )
}

interface ElsewhereProps {
  readonly view: CompareView
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

export const Elsewhere = ({ view, chosen, onChoose }: ElsewhereProps) => {
  const t = useT()
  const [all, setAll] = useState(false)
  const { topics, rows } = view.topics
  const column = topics.indexOf(chosen.topic)
  const others = rows
    .map(({ name, cells }) => ({ name, count: countOf(cells[column]) }))
    .filter(({ name, count }) => name !== chosen.row && count > 0)
  return (
    <section className="compare-behind">
      <h3>{t('compare:drawer.elsewhere')}</h3>
      {others.length === 0 ? <p className="quiet">{t('compare:drawer.nowhere')}</p> : null}
      <ul>
        {(all ? others : others.slice(0, SHOWN)).map(({ name, count }) => (
          <li key={name}>
            <button type="button" className="row-button" onClick={() => onChoose({ ...chosen, row: name })}>
              {name}
            </button>
            <span className="small quiet">{t('report:compare.statements', { count })}</span>
          </li>
        ))}
      </ul>
      <More count={all ? 0 : others.length - SHOWN} onMore={() => setAll(true)} />
    </section>
  )
}

type Sessions = { readonly sessions: readonly CompareSession[] }

/** Files that are not among the sessions of this laptop are opened elsewhere. */
const Outside = () => {
  const t = useT()
  const state = useStore(comparing)
  const sample = state.kind === 'ready' && state.of.kind === 'samples'
  return <p className="small quiet">{t(sample ? 'compare:drawer.sample' : 'compare:drawer.outside')}</p>
}

/** The way into the one session behind a cell. */
export const OpenOnly = ({ sessions }: Sessions) => {
  const t = useT()
  const { day } = useFormat()
  const open = useOpen()
  const [only, ...more] = sessions
  if (only === undefined || more.length > 0) return null
  const { fileId, title } = only
  if (fileId === null) return <Outside />
  return (
    <Button
      icon={<IconExternalLink size={17} stroke={1.75} />}
      title={day(only.day)}
      onClick={() => void open.session(fileId, title)}
    >
      {t('compare:drawer.open', { title })}
    </Button>
  )
}

/** Several sessions behind a cell, each a way into it. */
export const SessionList = ({ sessions }: Sessions) => {
  const t = useT()
  const { day } = useFormat()
  const open = useOpen()
  const [all, setAll] = useState(false)
  if (sessions.length < 2) return null
  const outside = sessions.some(({ fileId }) => fileId === null)
  return (
    <section className="compare-behind">
      <h3>{t('report:compare.sessions', { count: sessions.length })}</h3>
      <ul>
        {(all ? sessions : sessions.slice(0, SHOWN)).map(({ sessionId, fileId, title, day: on }) => (
          <li key={sessionId}>
            {fileId === null ? (
              <span>{title}</span>
            ) : (
              <button
                type="button"
                className="row-button"
                aria-label={t('compare:drawer.open', { title })}
                onClick={() => void open.session(fileId, title)}
              >
                {title}
              </button>
            )}
            <span className="small quiet">{day(on, 'medium')}</span>
          </li>
        ))}
      </ul>
      <More count={all ? 0 : sessions.length - SHOWN} onMore={() => setAll(true)} />
      {outside ? <Outside /> : null}
    </section>
  )
}
