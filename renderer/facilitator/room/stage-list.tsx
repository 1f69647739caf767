import { useId } from 'react'
import type { Stage } from '@core/model/session'
import { useT } from '../../shared/i18n/use-t'
import { useReplica, useTable } from '../../shared/replica/react'
import { sameStage, stageWords, stagesOf } from './stage-words'

interface StageListProps {
  readonly shown: Stage
  readonly groupId: string | undefined
  readonly onShow: (stage: Stage) => void
}

/** Everything that can be put on the projector now: one choice, in sight. */
export const StageList = ({ shown, groupId, onShow }: StageListProps) => {
  const t = useT()
  const name = useId()
  const { view } = useReplica()
  // The list follows these tables.
  useTable('vote')
  useTable('board')
  useTable('statement')
  useTable('pulse')
  return (
    <fieldset className="stage-list">
      <legend>{t('room:projector.choose')}</legend>
      {stagesOf(view, groupId).map((stage) => (
        <label key={JSON.stringify(stage)} className="tick stage-row">
          <input type="radio" name={name} checked={sameStage(stage, shown)} onChange={() => onShow(stage)} />
          <span>{stageWords(t, view, stage)}</span>
        </label>
      ))}
    </fieldset>
  )
}
