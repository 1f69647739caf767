import { IconChecklist, IconHelpHexagon, IconTrash } from '@tabler/icons-react'
import type { Question } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { useRecord, useRun } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { selection } from '../app/selection'
import { ClosedNote, Lockable } from './closed-note'
import { startTask } from './drafts'
import { OriginNote } from './origin-note'
import { ProblemNote } from './problem-note'
import { QuestionFields, questionArgs, questionDraft } from './question-fields'
import type { QuestionDraft } from './question-fields'
import { useMay } from './use-may'
import { useLive } from './use-live'
import { useRemoval } from './use-removal'

type State = Question['state']
const STATES: readonly State[] = ['open', 'answered', 'dropped']

const QuestionForm = ({ question }: { readonly question: Question }) => {
  const t = useT()
  const run = useRun()
  const remove = useRemoval()
  const may = useMay()
  const live = useLive<QuestionDraft>(questionDraft(question), async (changes) =>
    run('question.update', { id: question.id, ...questionArgs(changes) }),
  )
  const { draft } = live
  return (
    <Drawer
      title={t(`outcomes:questionKind.${draft.kind}`)}
      mark={<IconHelpHexagon size={20} stroke={1.75} aria-hidden="true" />}
      onClose={selection.closeDrawer}
      takesFocus
      actions={
        <>
          <Button
            size="small"
            icon={<IconChecklist size={16} stroke={1.75} />}
            onClick={() => startTask({ type: 'question', id: question.id })}
          >
            {t('outcomes:question.makeTask')}
          </Button>
          {may('question.remove') ? (
            <Button
              kind="danger"
              size="small"
              icon={<IconTrash size={16} stroke={1.75} />}
              onClick={() => void remove('question', question.id, question.text)}
            >
              {t('outcomes:question.remove')}
            </Button>
          ) : null}
        </>
      }
    >
      <ClosedNote deed="question.update" />
      <Lockable deed="question.update">
        <div className="form outcome-form" onBlur={live.commit}>
          <ProblemNote failure={live.failure} />
          <Segmented<State>
            name={t('outcomes:question.state')}
            value={draft.state}
            segments={STATES.map((value) => ({ value, label: t(`outcomes:questionState.${value}`) }))}
            onChange={(state) => live.choose({ state })}
          />
          <QuestionFields draft={draft} type={live.type} choose={live.choose} fresh={false} />
        </div>
      </Lockable>
      <OriginNote origin={question.origin} />
      <p className="field-hint">{t('outcomes:savesItself')}</p>
    </Drawer>
  )
}

export const QuestionDrawer = ({ id }: { readonly id: string }) => {
  const question = useRecord('question', id)
  return question === undefined ? null : <QuestionForm key={id} question={question} />
}
