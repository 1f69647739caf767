import { IconExternalLink } from '@tabler/icons-react'
import type { CompareStatement, CompareView } from '@core/protocol/report-views'
import { topicKey } from '@core/model/topics'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { Drawer } from '../app/drawer'
import { useFormat } from '../app/use-format'
import { useOpen } from '../home/use-open'
import { ProblemNote } from '../outcomes/problem-note'
import type { By } from './comparison'
import { lookOf, sessionsOf } from './compare-words'
import { countOf } from './heat-model'
import type { Chosen } from './heat-model'
import { useStatements } from './use-comparison'

/** Sessions that get a button of their own. */
const OPENED = 5

const Statement = ({ one, several }: { readonly one: CompareStatement; readonly several: boolean }) => {
  const t = useT()
  const look = lookOf(one.voiceSlot)
  return (
    <li className={one.voice === null ? 'compare-said' : `compare-said edge ${voiceClass(look)}`}>
      <p>{one.text}</p>
      <p className="small quiet compare-said-by">
        {one.voice === null ? null : <VoiceMark voice={look} size={12} />}
        {[one.voice ?? t('common:voices.unstated'), ...(several ? [one.title] : [])].join(' · ')}
      </p>
    </li>
  )
}

const Elsewhere = ({ view, chosen, onChoose }: Pick<CellDrawerProps, 'view' | 'chosen' | 'onChoose'>) => {
  const t = useT()
  const { topics, rows } = view.topics
  const column = topics.indexOf(chosen.topic)
  const others = rows
    .map(({ name, cells }) => ({ name, count: countOf(cells[column]) }))
    .filter(({ name, count }) => name !== chosen.row && count > 0)
  return (
    <section className="compare-elsewhere">
      <h3>{t('compare:drawer.elsewhere')}</h3>
      {others.length === 0 ? <p className="quiet">{t('compare:drawer.nowhere')}</p> : null}
      <ul>
        {others.map(({ name, count }) => (
          <li key={name}>
            <button type="button" className="row-button" onClick={() => onChoose({ ...chosen, row: name })}>
              {name}
            </button>
            <span className="small quiet">{t('report:compare.statements', { count })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Sessions of the row that hold something of this cell; of an empty one, all of the row. */
const OpenSessions = ({ view, by, chosen }: Pick<CellDrawerProps, 'view' | 'by' | 'chosen'>) => {
  const t = useT()
  const { day } = useFormat()
  const open = useOpen()
  const cell = view.topics.rows.find(({ name }) => name === chosen.row)?.cells[view.topics.topics.indexOf(chosen.topic)]
  const held = new Set(cell && 'statements' in cell ? cell.statements.map(({ sessionId }) => sessionId) : [])
  const all = sessionsOf(view, by, chosen.row)
  const sessions = held.size === 0 ? all : all.filter(({ sessionId }) => held.has(sessionId))
  return (
    <>
      {sessions.slice(0, OPENED).map(({ sessionId, fileId, title, day: on }) => (
        <Button
          key={sessionId}
          icon={<IconExternalLink size={17} stroke={1.75} />}
          title={day(on)}
          unavailable={fileId === null ? t('compare:drawer.outside') : undefined}
          onClick={() => {
            if (fileId !== null) void open.session(fileId, title)
          }}
        >
          {t('compare:drawer.open', { title })}
        </Button>
      ))}
      {sessions.length > OPENED ? (
        <p className="small quiet">{t('compare:drawer.moreSessions', { count: sessions.length - OPENED })}</p>
      ) : null}
    </>
  )
}

interface CellDrawerProps {
  readonly view: CompareView
  readonly by: By
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
  readonly onClose: () => void
}

/** The statements behind a cell, the same theme elsewhere, and the way to the session. */
export const CellDrawer = ({ view, by, chosen, onChoose, onClose }: CellDrawerProps) => {
  const t = useT()
  const row = view.topics.rows.find(({ name }) => name === chosen.row)
  const cell = row?.cells[view.topics.topics.indexOf(chosen.topic)]
  const refs = cell !== undefined && 'statements' in cell ? cell.statements : []
  const { list, more } = useStatements(view.compareId, refs)
  const lead = cell?.kind === 'together' ? 'together' : refs.length === 0 ? 'none' : 'count'
  const statements = Array.isArray(list) ? list : []
  const several = new Set(statements.map(({ sessionId }) => sessionId)).size > 1
  return (
    <Drawer
      title={t('compare:drawer.title', { row: chosen.row, topic: t(topicKey(chosen.topic)) })}
      takesFocus
      onClose={onClose}
      actions={<OpenSessions view={view} by={by} chosen={chosen} />}
    >
      <p className="quiet">{t(`compare:drawer.${lead}`, { count: refs.length })}</p>
      {list === null ? <p className="small quiet">{t('common:loading')}</p> : null}
      {list !== null && 'code' in list ? <ProblemNote failure={list} /> : null}
      <ul className="compare-statements" aria-busy={list === null}>
        {statements.map((one) => (
          <Statement key={`${one.sessionId} ${one.cardId}`} one={one} several={several} />
        ))}
      </ul>
      {more > 0 ? <p className="small quiet">{t('compare:drawer.more', { count: more })}</p> : null}
      {list !== null && !('code' in list) && statements.length < refs.length - more ? (
        <p className="small quiet">{t('compare:drawer.gone', { count: refs.length - more - statements.length })}</p>
      ) : null}
      <Elsewhere view={view} chosen={chosen} onChoose={onChoose} />
    </Drawer>
  )
}
