import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import { stepMinutes } from '@core/rules/agenda-time'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { useOrdered, useReplica } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { nav } from '../app/nav'
import { canPart, splitPlan } from './split-plan'
import { useDeeds } from './use-deeds'
import './agenda.css'

const COUNTS = ['2', '3', '4'] as const
type Count = (typeof COUNTS)[number]
const LETTERS = ['A', 'B', 'C', 'D'] as const

interface StepsProps {
  readonly ticked: ReadonlySet<string>
  readonly onTick: (id: string) => void
}

const Steps = ({ ticked, onTick }: StepsProps) => {
  const t = useT()
  const steps = useOrdered('step').filter(canPart)
  if (steps.length === 0) return <p className="note">{t('agenda:split.noSteps')}</p>
  return (
    <fieldset className="split-steps">
      <legend>{t('agenda:split.steps')}</legend>
      <div>
        {steps.map((step) => (
          <label key={step.id} className="tick">
            <input type="checkbox" checked={ticked.has(step.id)} onChange={() => onTick(step.id)} />
            <span>
              {labelText(t, step.label)}{' '}
              <span className="quiet small">{t('shell:duration.minutes', { minutes: stepMinutes(step) })}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Two or more groups that work at the same time: names, and which steps each does by itself. */
export const SplitGroups = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const id = useId()
  const { view } = useReplica()
  const doAll = useDeeds()
  const steps = useOrdered('step')
  const there = useOrdered('group').length
  const [count, setCount] = useState<Count>('2')
  const [names, setNames] = useState(() => LETTERS.map((letter) => t('agenda:split.name', { letter })))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => {
    const first = steps.find((step) => canPart(step) && step.kind === 'contribute') ?? steps.find(canPart)
    return new Set(first ? [first.id] : [])
  })
  const tick = (stepId: string): void =>
    setTicked(new Set([...ticked].filter((one) => one !== stepId).concat(ticked.has(stepId) ? [] : stepId)))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const given = names.slice(0, Number(count)).map((name) => name.trim())
    const boardName = (board: Parameters<typeof labelText>[1], group: string): string =>
      t('agenda:split.board', { board: labelText(t, board), group })
    const done = await doAll(splitPlan(view, { names: given, stepIds: ticked, newId, boardName }))
    onClose()
    if (done) nav.go({ kind: 'agenda' })
  }
  const full = there + Number(count) > LIMITS.groups
  return (
    <Dialog title={t('agenda:split.title')} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p>{t('agenda:split.text')}</p>
        <div className="split-count">
          <Segmented<Count>
            name={t('agenda:split.count')}
            value={count}
            segments={COUNTS.map((value) => ({ value, label: t('agenda:split.groups', { count: Number(value) }) }))}
            onChange={setCount}
          />
        </div>
        <div className="split-names">
          {names.slice(0, Number(count)).map((name, index) => (
            <div key={LETTERS[index]} className="field">
              <label htmlFor={`${id}-${index}`}>{t('agenda:split.nameOf', { number: index + 1 })}</label>
              <input
                id={`${id}-${index}`}
                className="input"
                required
                maxLength={LIMITS.label}
                value={name}
                onChange={(event) => setNames(names.map((old, at) => (at === index ? event.target.value : old)))}
              />
            </div>
          ))}
        </div>
        <Steps ticked={ticked} onTick={tick} />
        <p className="field-hint">{t('agenda:split.hint')}</p>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            {...(full ? { unavailable: t('agenda:split.full', { limit: LIMITS.groups }) } : {})}
          >
            {t('agenda:split.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
