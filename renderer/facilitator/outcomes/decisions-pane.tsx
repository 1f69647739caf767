import { IconChartDots, IconClock, IconGavel, IconMessageExclamation } from '@tabler/icons-react'
import { useState } from 'react'
import type { Decision } from '@core/model/outcome'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Chip } from '../../shared/look/chip'
import { PageDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { useOrdered, useTable } from '../../shared/replica/react'
import { nav } from '../app/nav'
import { useSelection } from '../app/selection'
import { DecisionRow, isReviewDue } from './decision-row'
import { startDecision } from './drafts'
import { useToday } from './today'
import { useMay } from './use-may'

const Empty = () => {
  const t = useT()
  const may = useMay()
  const hasVotes = useTable('vote').size > 0
  return (
    <div className="pane-empty">
      <EmptyState
        drawing={<PageDrawing />}
        title={t('outcomes:noDecision.title')}
        text={t('outcomes:noDecision.text')}
        actions={
          !may('decision.add') ? undefined : (
            <>
              <Button icon={<IconGavel size={17} stroke={1.9} />} onClick={() => startDecision()}>
                {t('outcomes:decision.record')}
              </Button>
              {hasVotes ? (
                <Button icon={<IconChartDots size={17} stroke={1.9} />} onClick={() => nav.go({ kind: 'votes' })}>
                  {t('outcomes:noDecision.fromVote')}
                </Button>
              ) : null}
            </>
          )
        }
        tip={t('outcomes:noDecision.tip')}
        tipIcon={<IconMessageExclamation size={18} stroke={1.75} />}
      />
    </div>
  )
}

const VoiceFilter = ({ voiceId, onChoose }: { readonly voiceId: string; readonly onChoose: (id: string) => void }) => {
  const t = useT()
  const voices = useOrdered('voice')
  return (
    <select
      className="input filter-select"
      aria-label={t('outcomes:filter.voice')}
      value={voiceId}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t('outcomes:filter.all')}</option>
      {voices.map((voice) => (
        <option key={voice.id} value={voice.id}>
          {labelText(t, voice.label)}
        </option>
      ))}
    </select>
  )
}

const newestFirst = (a: Decision, b: Decision): number => b.number - a.number

const List = ({ decisions }: { readonly decisions: readonly Decision[] }) => {
  const { open } = useSelection()
  return (
    <ul className="decision-list">
      {decisions.map((decision) => (
        <DecisionRow key={decision.id} decision={decision} chosen={open?.id === decision.id} />
      ))}
    </ul>
  )
}

export const DecisionsPane = () => {
  const t = useT()
  const today = useToday()
  const all = useOrdered('decision')
  const [dueOnly, setDueOnly] = useState(false)
  const [voiceId, setVoiceId] = useState('')
  const [withDropped, setWithDropped] = useState(false)
  const due = all.filter((decision) => isReviewDue(decision, today)).length
  const shown = all
    .filter(
      (decision) =>
        (!dueOnly || due === 0 || isReviewDue(decision, today)) &&
        (voiceId === '' || decision.behind.voiceIds.includes(voiceId)),
    )
    .toSorted(newestFirst)
  const dropped = shown.filter((decision) => decision.status === 'dropped')
  const standing = shown.filter((decision) => decision.status !== 'dropped')
  return (
    <section className="pane decisions-pane" aria-labelledby="decisions-title">
      <div className="pane-head">
        <h2 id="decisions-title">{t('outcomes:decisions')}</h2>
        {due === 0 ? null : (
          <Chip pressed={dueOnly} onChange={setDueOnly} icon={<IconClock size={15} stroke={1.75} />}>
            {t('outcomes:filter.due', { count: due })}
          </Chip>
        )}
        {all.length > 1 ? <VoiceFilter voiceId={voiceId} onChoose={setVoiceId} /> : null}
      </div>
      <div className="pane-body">
        {all.length === 0 ? (
          <Empty />
        ) : (
          <>
            <List decisions={standing} />
            {standing.length === 0 ? <p className="pane-note quiet">{t('outcomes:filter.none')}</p> : null}
            {dropped.length === 0 ? null : (
              <p className="pane-note quiet">
                {t('outcomes:droppedDecisions', { count: dropped.length })}{' '}
                <button
                  type="button"
                  className="btn-link"
                  onClick={() => setWithDropped(!withDropped)}
                  aria-expanded={withDropped}
                >
                  {withDropped ? t('outcomes:hideThem') : t('outcomes:showThem')}
                </button>
              </p>
            )}
            {withDropped ? <List decisions={dropped} /> : null}
          </>
        )}
      </div>
    </section>
  )
}
