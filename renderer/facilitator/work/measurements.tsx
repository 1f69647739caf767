import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import type { Indicator } from '@core/model/work'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { useFormat } from '../app/use-format'
import { useToday } from '../outcomes/today'
import { useWithUnit } from './indicator-words'
import { figureOf } from './lines'

/** A figure and its day; Enter adds it. A second one of the same day takes the place of the first. */
export const AddMeasurement = ({ indicator }: { readonly indicator: Indicator }) => {
  const t = useT()
  const run = useRun()
  const id = useId()
  const today = useToday()
  const [value, setValue] = useState('')
  const [on, setOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const figure = figureOf(value)
    setWrong(figure === null)
    if (figure === null) return
    const day = on === null || on === '' ? today : on
    const words = note.trim() === '' ? {} : { note }
    const done = await run('indicator.measure', { id: indicator.id, value: figure, on: day, ...words })
    if (!done.ok) return reportFailure(done.error)
    setValue('')
    setNote('')
    return undefined
  }
  return (
    <form className="measure-add" noValidate onSubmit={(event) => void add(event)}>
      <div className="field">
        <label htmlFor={`${id}-value`}>{t('work:measure.value')}</label>
        <input
          id={`${id}-value`}
          className="input number-input"
          inputMode="decimal"
          value={value}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-on`}>{t('work:measure.on')}</label>
        <input
          id={`${id}-on`}
          className="input day-input"
          type="date"
          value={on ?? today}
          onChange={(event) => setOn(event.target.value)}
        />
      </div>
      <div className="field measure-note">
        <label htmlFor={`${id}-note`}>{t('work:measure.note')}</label>
        <input
          id={`${id}-note`}
          className="input"
          maxLength={LIMITS.label}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <Button type="submit" icon={<IconPlus size={16} stroke={1.9} />}>
        {t('work:measure.add')}
      </Button>
      {wrong ? (
        <p id={`${id}-wrong`} className="field-problem" role="alert">
          {t('work:notAFigure')}
        </p>
      ) : null}
    </form>
  )
}

/** All figures as a table, newest first; the same as the chart shows. */
export const MeasurementTable = ({
  indicator,
  editable,
}: {
  readonly indicator: Indicator
  readonly editable: boolean
}) => {
  const t = useT()
  const run = useRun()
  const { day } = useFormat()
  const shown = useWithUnit()
  const remove = async (on: string): Promise<void> => {
    const done = await run('indicator.unmeasure', { id: indicator.id, on })
    if (!done.ok) reportFailure(done.error)
  }
  const { baseline, target } = indicator
  const aim = (key: string, point: typeof baseline) =>
    point === undefined ? null : (
      <tr>
        <th scope="row">{t(`work:measure.${key}`)}</th>
        <td>{shown(indicator, point.value)}</td>
        <td>{point.on === undefined ? '' : day(point.on, 'medium')}</td>
        {editable ? <td /> : null}
      </tr>
    )
  return (
    <table className="measure-table">
      <caption className="visually-hidden">{indicator.name}</caption>
      <thead>
        <tr>
          <th scope="col">{t('work:measure.on')}</th>
          <th scope="col">{t('work:measure.value')}</th>
          <th scope="col">{t('work:measure.note')}</th>
          {editable ? (
            <th scope="col">
              <span className="visually-hidden">{t('work:measure.change')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {aim('target', target)}
        {indicator.measurements.toReversed().map((one) => (
          <tr key={one.on}>
            <th scope="row">{day(one.on, 'medium')}</th>
            <td>{shown(indicator, one.value)}</td>
            <td>{one.note}</td>
            {editable ? (
              <td>
                <IconButton
                  size="small"
                  name={t('work:measure.remove', { day: day(one.on, 'short') })}
                  icon={<IconTrash size={15} stroke={1.75} />}
                  onClick={() => void remove(one.on)}
                />
              </td>
            ) : null}
          </tr>
        ))}
        {aim('baseline', baseline)}
      </tbody>
    </table>
  )
}
