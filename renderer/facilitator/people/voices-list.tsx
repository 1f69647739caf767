import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { VOICE_SLOTS } from '@core/charts/voice-looks'
import { LIMITS } from '@core/model/limits'
import type { Level, Voice } from '@core/model/voice'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useOrdered } from '../../shared/replica/react'
import { EditField } from './edit-field'
import { SlotPicker } from './slot-picker'
import { Stepper } from './stepper'
import { useChange } from './use-change'

const LEVELS: readonly Level[] = ['micro', 'meso', 'macro']

const LevelSelect = ({ voice, name }: { readonly voice: Voice; readonly name: string }) => {
  const t = useT()
  const change = useChange()
  return (
    <select
      className="input"
      aria-label={t('people:levelOf', { voice: name })}
      value={voice.level ?? ''}
      onChange={(event) =>
        change('voice.update', { id: voice.id, level: LEVELS.find((level) => level === event.target.value) ?? null })
      }
    >
      <option value="">{t('people:level.none')}</option>
      {LEVELS.map((level) => (
        <option key={level} value={level}>
          {t(`people:level.${level}`)}
        </option>
      ))}
    </select>
  )
}

interface RowProps {
  readonly voice: Voice
  readonly index: number
  readonly voices: readonly Voice[]
}

const VoiceRow = ({ voice, index, voices }: RowProps) => {
  const t = useT()
  const change = useChange()
  const name = labelText(t, voice.label)
  const taken = new Set(voices.filter(({ id }) => id !== voice.id).map(({ slot }) => slot))
  const move = (before: Voice | undefined): void => change('voice.move', { id: voice.id, before: before?.id ?? null })
  return (
    <tr>
      <td>
        <SlotPicker
          voice={voice}
          name={name}
          taken={taken}
          onPick={(slot) => change('voice.update', { id: voice.id, slot })}
        />
      </td>
      <td>
        <EditField
          label={t('people:voiceName')}
          hideLabel
          required
          limit={LIMITS.label}
          value={name}
          onSave={(next) => change('voice.update', { id: voice.id, name: next })}
        />
      </td>
      <td>
        <LevelSelect voice={voice} name={name} />
      </td>
      <td>
        <Stepper
          label={t('people:expectedOf', { voice: name })}
          value={voice.expected}
          onChange={(expected) => change('voice.update', { id: voice.id, expected })}
        />
      </td>
      <td>
        <Stepper
          label={t('people:presentOf', { voice: name })}
          value={voice.present}
          onChange={(present) => change('voice.update', { id: voice.id, present })}
        />
      </td>
      <td className="row-tools">
        <IconButton
          size="small"
          name={t('people:up', { what: name })}
          icon={<IconArrowUp size={16} stroke={1.9} />}
          onClick={() => move(voices[index - 1])}
          {...(index === 0 ? { unavailable: t('people:isFirst') } : {})}
        />
        <IconButton
          size="small"
          name={t('people:down', { what: name })}
          icon={<IconArrowDown size={16} stroke={1.9} />}
          onClick={() => move(voices[index + 2])}
          {...(index === voices.length - 1 ? { unavailable: t('people:isLast') } : {})}
        />
        <IconButton
          size="small"
          name={t('people:removeWhat', { what: name })}
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={() => change('voice.remove', { id: voice.id })}
        />
      </td>
    </tr>
  )
}

const AddVoice = ({ voices }: { readonly voices: readonly Voice[] }) => {
  const t = useT()
  const id = useId()
  const change = useChange()
  const [name, setName] = useState('')
  const free = VOICE_SLOTS.find((slot) => voices.every((voice) => voice.slot !== slot))
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    change('voice.add', { id: newId(), name: name.trim(), ...(free === undefined ? {} : { slot: free }) })
    setName('')
  }
  return (
    <form className="add-row" onSubmit={add}>
      <label htmlFor={id} className="visually-hidden">
        {t('people:newVoice')}
      </label>
      <input
        id={id}
        className="input"
        placeholder={t('people:newVoice')}
        maxLength={LIMITS.label}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon={<IconPlus size={16} stroke={2} />}>
        {t('people:addVoice')}
      </Button>
    </form>
  )
}

const sum = (voices: readonly Voice[], of: (voice: Voice) => number): number =>
  voices.reduce((total, voice) => total + of(voice), 0)

/** The stakeholder groups of the session: look, name, level, how many are expected and here. */
export const VoicesList = () => {
  const t = useT()
  const voices = useOrdered('voice')
  return (
    <section className="people-section" aria-labelledby="voices-title">
      <h2 id="voices-title">{t('people:voices')}</h2>
      <p className="quiet small">{t('people:voicesLead')}</p>
      <div className="table-scroll">
        <table className="people-table">
          <thead>
            <tr>
              <th scope="col">{t('people:column.look')}</th>
              <th scope="col">{t('people:column.voice')}</th>
              <th scope="col">{t('people:column.level')}</th>
              <th scope="col">{t('people:column.expected')}</th>
              <th scope="col">{t('people:column.present')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('people:column.tools')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {voices.map((voice, index) => (
              <VoiceRow key={voice.id} voice={voice} index={index} voices={voices} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={3}>{t('people:together')}</td>
              <td>{sum(voices, ({ expected }) => expected)}</td>
              <td>{sum(voices, ({ present }) => present)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <AddVoice voices={voices} />
    </section>
  )
}
