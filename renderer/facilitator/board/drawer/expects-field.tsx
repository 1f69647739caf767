import { useState } from 'react'
import type { Card, Scale } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../../shared/i18n/use-t'
import { useRun } from '../../../shared/replica/react'
import { failureText } from '../state/failure-text'
import { Conflict } from './conflict'
import { useLeaving } from './use-leaving'

interface FieldProps {
  readonly card: Card
  readonly locked: boolean
}

/** Null while it only shows the card. */
interface Edit {
  readonly text: string
  readonly was: string
}

/** What a stakeholder expects; somebody else's change meanwhile is never overwritten. */
export const ExpectsField = ({ card, locked }: FieldProps) => {
  const t = useT()
  const run = useRun()
  const [edit, setEdit] = useState<Edit | null>(null)
  const [conflict, setConflict] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const now = card.expects ?? ''
  const drop = (): void => {
    setEdit(null)
    setConflict(false)
    setProblem(null)
  }
  const save = async ({ text, was }: Edit): Promise<void> => {
    if (text.trim() === was) return drop()
    const done = await run('card.update', { id: card.id, expects: text.trim() === '' ? null : text, wasExpects: was })
    if (done.ok) return drop()
    if (done.error.code === 'changed-meanwhile') return setConflict(true)
    return setProblem(failureText(t, done.error))
  }
  useLeaving(() => {
    if (edit && !conflict) void save(edit)
  })
  return (
    <div className="field">
      <label htmlFor="card-expects">{t('board:more.expects')}</label>
      <textarea
        id="card-expects"
        className="input"
        rows={2}
        maxLength={LIMITS.statement}
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

const SCALES = ['national', 'regional', 'local'] as const satisfies readonly Scale[]

/** Where a stakeholder acts. */
export const ScaleField = ({
  card,
  locked,
  onChange,
}: FieldProps & { readonly onChange: (scale: Scale | null) => void }) => {
  const t = useT()
  return (
    <div className="field">
      <label htmlFor="card-scale">{t('board:more.scale')}</label>
      <select
        id="card-scale"
        className="input"
        disabled={locked}
        value={card.scale ?? ''}
        onChange={(event) => onChange(SCALES.find((one) => one === event.target.value) ?? null)}
      >
        <option value="">{t('board:voice.none')}</option>
        {SCALES.map((scale) => (
          <option key={scale} value={scale}>
            {t(`board:scale.${scale}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
