import { useState } from 'react'
import type { Cluster } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { useBoardWork } from '../state/board-context'
import { failureText } from '../state/failure-text'
import { Conflict } from './conflict'
import { useLeaving } from './use-leaving'

/** Null while it only shows the merged card. */
interface Edit {
  readonly text: string
  readonly was: string
}

/** The words of a merged card; somebody else's change meanwhile is never overwritten. */
export const WordingField = ({ cluster }: { readonly cluster: Cluster }) => {
  const t = useT()
  const { deeds, locked } = useBoardWork()
  const [edit, setEdit] = useState<Edit | null>(null)
  const [conflict, setConflict] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const now = labelText(t, cluster.label)
  const drop = (): void => {
    setEdit(null)
    setConflict(false)
    setProblem(null)
  }
  const save = async ({ text, was }: Edit): Promise<void> => {
    if (text.trim() === '') return setProblem(t('board:draft.empty'))
    if (text.trim() === was) return drop()
    const done = await deeds.reword(cluster.id, text, was)
    if (done.ok) return drop()
    if (done.error.code === 'changed-meanwhile') return setConflict(true)
    return setProblem(failureText(t, done.error))
  }
  useLeaving(() => {
    if (edit && !conflict && edit.text.trim() !== '') void save(edit)
  })
  return (
    <div className="field">
      <label htmlFor="merged-words">{t('board:merge.words')}</label>
      <textarea
        id="merged-words"
        className="input"
        rows={3}
        maxLength={LIMITS.label}
        dir="auto"
        readOnly={locked}
        value={edit?.text ?? now}
        onChange={(event) => setEdit({ text: event.target.value, was: edit?.was ?? now })}
        onBlur={() => (edit && !conflict ? void save(edit) : undefined)}
      />
      <p className="field-problem" role="status">
        {problem}
      </p>
      {conflict && edit ? (
        <Conflict theirs={now} onMine={() => void save({ ...edit, was: now })} onTheirs={drop} />
      ) : null}
    </div>
  )
}
