import { IconArrowDown, IconArrowUp, IconLayoutBoard, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { LIMITS } from '@core/model/limits'
import type { VoteOption } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useReplica, useTable } from '../../shared/replica/react'
import { OptionPicker } from './option-picker'
import { OptionPicture, OptionThumb } from './option-picture'
import { moved, optionsFromLines, sourceText } from './vote-draft'

interface OptionsEditorProps {
  readonly options: readonly VoteOption[]
  readonly type: (options: readonly VoteOption[]) => void
  readonly choose: (options: readonly VoteOption[]) => void
}

interface RowProps extends OptionsEditorProps {
  readonly option: VoteOption
  readonly index: number
}

const SMALL = { size: 16, stroke: 1.75 } as const

const OptionRow = ({ option, index, options, type, choose }: RowProps) => {
  const t = useT()
  const { view } = useReplica()
  const number = index + 1
  const { source } = option
  const words = source === undefined ? option.text : (sourceText(view, t, source) ?? option.text)
  const move = (to: number): void => choose(moved(options, index, to))
  const setPicture = (imageId: string | undefined): void => {
    const { imageId: _, ...rest } = option
    choose(
      options.map((one) => (one.id === option.id ? { ...rest, ...(imageId === undefined ? {} : { imageId }) } : one)),
    )
  }
  return (
    <li className="option-row">
      <span className="option-number">{number}</span>
      <OptionThumb option={option} />
      {source === undefined ? (
        <input
          className="input"
          aria-label={t('vote:options.nameOf', { number })}
          maxLength={LIMITS.statement}
          value={option.text}
          onChange={(event) =>
            type(options.map((one) => (one.id === option.id ? { ...one, text: event.target.value } : one)))
          }
        />
      ) : (
        <div className="option-words">
          <span>{words}</span>
          <span className="tag">{t(`vote:options.source.${source.type}`)}</span>
        </div>
      )}
      <span className="option-deeds">
        <OptionPicture option={option} number={number} onChoose={setPicture} />
        <IconButton
          size="small"
          name={t('vote:options.up', { number })}
          icon={<IconArrowUp {...SMALL} />}
          unavailable={index === 0 ? t('vote:options.isFirst') : undefined}
          onClick={() => move(index - 1)}
        />
        <IconButton
          size="small"
          name={t('vote:options.down', { number })}
          icon={<IconArrowDown {...SMALL} />}
          unavailable={number === options.length ? t('vote:options.isLast') : undefined}
          onClick={() => move(index + 1)}
        />
        <IconButton
          size="small"
          name={t('vote:options.remove', { number })}
          icon={<IconX {...SMALL} />}
          onClick={() => choose(options.filter(({ id }) => id !== option.id))}
        />
      </span>
    </li>
  )
}

/** The topics on the ballot: from the boards or typed, in the order people see them. */
export const OptionsEditor = (props: OptionsEditorProps) => {
  const { options, choose } = props
  const t = useT()
  const [line, setLine] = useState('')
  const [picking, setPicking] = useState(false)
  // Words of cards follow the boards until the vote opens.
  useTable('card')
  useTable('cluster')
  const addLines = (text: string): void => {
    const added = optionsFromLines(text)
    setLine('')
    if (added.length > 0) choose([...options, ...added])
  }
  return (
    <section className="vote-section" aria-labelledby="vote-options">
      <div className="vote-section-head">
        <h2 id="vote-options">{t('vote:options.title')}</h2>
        <Button icon={<IconLayoutBoard size={17} stroke={1.75} />} onClick={() => setPicking(true)}>
          {t('vote:options.pick')}
        </Button>
      </div>
      <ol className="option-list">
        {options.map((option, index) => (
          <OptionRow key={option.id} {...props} option={option} index={index} />
        ))}
      </ol>
      {options.length === 0 ? <p className="missing option-none">{t('vote:options.none')}</p> : null}
      <form
        className="option-add"
        onSubmit={(event) => {
          event.preventDefault()
          addLines(line)
        }}
      >
        <input
          className="input"
          aria-label={t('vote:options.write')}
          placeholder={t('vote:options.write')}
          maxLength={LIMITS.statement}
          value={line}
          onChange={(event) => setLine(event.target.value)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain')
            if (!text.includes('\n')) return
            event.preventDefault()
            addLines(text)
          }}
        />
        <Button type="submit" icon={<IconPlus size={17} stroke={1.9} />}>
          {t('vote:options.add')}
        </Button>
      </form>
      {picking ? (
        <OptionPicker
          taken={options}
          onClose={() => setPicking(false)}
          onAdd={(added) => {
            setPicking(false)
            choose([...options, ...added])
          }}
        />
      ) : null}
    </section>
  )
}
