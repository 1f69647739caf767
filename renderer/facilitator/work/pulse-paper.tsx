import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Pulse } from '@core/model/work'
import { LIMITS } from '@core/model/limits'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useOrdered, useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { Stepper } from '../people/stepper'
import '../people/people.css'

const NONE = [0, 0, 0, 0, 0]

/** How many slips gave 1 to 5: typed, or up and down one by one. */
const PaperRow = ({ pulse }: { readonly pulse: Pulse }) => {
  const t = useT()
  const run = useRun()
  const counts = pulse.answers.paper ?? NONE
  const question = labelText(t, pulse.question)
  const set = async (index: number, value: number): Promise<void> => {
    const done = await run('pulse.paper', {
      id: pulse.id,
      counts: counts.map((one, at) => (at === index ? value : one)),
    })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <tr>
      <th scope="row">{question}</th>
      {counts.map((count, index) => (
        // The place is the answer that it counts.
        <td key={index}>
          <Stepper
            label={t('work:pulse.paperOf', { value: index + 1, question })}
            value={count}
            onChange={(value) => void set(index, value)}
          />
        </td>
      ))}
    </tr>
  )
}

/** Counts from slips; also after the session, when they are counted at home. */
export const PulsePaper = () => {
  const t = useT()
  const pulses = useOrdered('pulse')
  return (
    <section className="panel" aria-labelledby="pulse-paper">
      <h2 id="pulse-paper">{t('work:pulse.paper')}</h2>
      <p className="field-hint">{t('work:pulse.paperLead')}</p>
      <div className="table-scroll">
        <table className="measure-table pulse-paper">
          <thead>
            <tr>
              <td />
              {NONE.map((_, index) => (
                <th key={index} scope="col">
                  {index + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pulses.map((pulse) => (
              <PaperRow key={pulse.id} pulse={pulse} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Remarks of all questions together, in no order of arrival: the host puts each at a random place. */
export const PulseRemarks = () => {
  const t = useT()
  const run = useRun()
  const pulses = useOrdered('pulse')
  const [text, setText] = useState('')
  const [first] = pulses
  const remarks = pulses.flatMap((pulse) => pulse.remarks.map((words, at) => ({ id: pulse.id, words, at })))
  const add = async (): Promise<void> => {
    if (!first || text.trim() === '') return
    const done = await run('pulse.add-remark', { id: first.id, text })
    if (done.ok) setText('')
    else reportFailure(done.error)
  }
  const remove = async (id: string, words: string): Promise<void> => {
    const done = await run('pulse.remove-remark', { id, text: words })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <section className="panel" aria-labelledby="pulse-remarks">
      <h2 id="pulse-remarks">{t('work:pulse.remarks')}</h2>
      <p className="field-hint">{t('work:pulse.remarksLead')}</p>
      {remarks.length === 0 ? <p className="quiet">{t('work:pulse.noRemarks')}</p> : null}
      <ul className="remark-list">
        {remarks.map(({ id, words, at }) => (
          <li key={`${id}-${at}`}>
            <p>{t('outcomes:quoted', { text: words })}</p>
            <IconButton
              size="small"
              name={t('work:pulse.removeRemark', { text: words })}
              icon={<IconTrash size={15} stroke={1.75} />}
              onClick={() => void remove(id, words)}
            />
          </li>
        ))}
      </ul>
      <form
        className="question-add"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <input
          className="input"
          aria-label={t('work:pulse.remark')}
          placeholder={t('work:pulse.remark')}
          maxLength={LIMITS.statement}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">{t('work:pulse.addRemark')}</Button>
      </form>
    </section>
  )
}
