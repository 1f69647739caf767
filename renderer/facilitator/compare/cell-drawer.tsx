import type { CompareStatement, CompareView } from '@core/protocol/report-views'
import { topicKey } from '@core/model/topics'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { Drawer } from '../app/drawer'
import { ProblemNote } from '../outcomes/problem-note'
import type { By } from './comparison'
import { Elsewhere, OpenOnly, SessionList, ToReadIt, sessionsBehind } from './cell-more'
import { lookOf } from './compare-words'
import type { Chosen } from './heat-model'
import { useStatements } from './use-comparison'

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
  const sessions = sessionsBehind(view, by, chosen)
  const several = new Set(statements.map(({ sessionId }) => sessionId)).size > 1
  return (
    <Drawer
      title={t('compare:drawer.title', { row: chosen.row, topic: t(topicKey(chosen.topic)) })}
      takesFocus
      onClose={onClose}
      actions={<OpenOnly sessions={sessions} />}
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
      <ToReadIt view={view} by={by} chosen={chosen} sessions={sessions} />
      <Elsewhere view={view} chosen={chosen} onChoose={onChoose} />
      <SessionList sessions={sessions} />
    </Drawer>
  )
}
