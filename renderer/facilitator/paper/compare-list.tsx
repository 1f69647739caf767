import { useState } from 'react'
import type { ReactNode } from 'react'
import { lastRound } from '@core/rules/frozen'
import type { Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import type { PaperMark, PaperView } from '@core/protocol/vote-views'
import { labelText } from '../../shared/i18n/label'
import type { Translate } from '../../shared/i18n/use-t'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest, useTable } from '../../shared/replica/react'
import { ProblemNote } from '../outcomes/problem-note'
import { EntryForm } from './entry-form'
import { emptyTyped } from './entry-model'
import { EntrySide } from './entry-side'
import { numberText } from './slip-number'
import { useEntry } from './use-entry'
import { valueWords } from './value-words'
import type { Paper } from './use-paper'

type Differing = PaperView['differing'][number]

interface CompareProps {
  readonly vote: Vote
  readonly paper: Paper
}

type Row = { readonly key: string; readonly name: string; readonly first: string; readonly second: string }

const isBlank = (mark: PaperMark): boolean =>
  mark.kind === 'ballot' && mark.ballot.values.every((value) => value === null || value === 0)

const useVoiceWords = (): ((mark: PaperMark) => string) => {
  const t = useT()
  const voices = useTable('voice')
  return (mark) => {
    if (mark.kind === 'invalid') return t('paper:entry.invalid')
    const voice = mark.ballot.voiceId === undefined ? undefined : voices.get(mark.ballot.voiceId)
    return voice ? labelText(t, voice.label) : t('ballot:ratherNotSay')
  }
}

const cellWords = (t: Translate, vote: Vote, mark: PaperMark, at: number): string =>
  mark.kind === 'invalid'
    ? t('paper:entry.invalid')
    : valueWords(t, vote.method, mark.ballot.values[at] ?? null) || t('paper:compare.nothing')

/** Only what is not the same; all of a slip's lines are on the paper. */
const useRows = (vote: Vote, { first, second }: Differing): readonly Row[] => {
  const t = useT()
  const voiceWords = useVoiceWords()
  const kind = (mark: PaperMark): string =>
    mark.kind === 'invalid' ? t('paper:entry.invalid') : t(isBlank(mark) ? 'paper:entry.blank' : 'paper:compare.marked')
  if (first.kind === 'invalid' || second.kind === 'invalid') {
    return [{ key: 'kind', name: t('paper:compare.slip'), first: kind(first), second: kind(second) }]
  }
  const rows: Row[] = [
    { key: 'voice', name: t('ballot:speakFor'), first: voiceWords(first), second: voiceWords(second) },
    ...vote.options.map((option, at) => ({
      key: option.id,
      name: `${at + 1} ${option.text}`,
      first: cellWords(t, vote, first, at),
      second: cellWords(t, vote, second, at),
    })),
    {
      key: 'reason',
      name: t('paper:entry.reason'),
      first: first.ballot.reason ?? '',
      second: second.ballot.reason ?? '',
    },
  ]
  return rows.filter((row) => row.first !== row.second)
}

interface OneProps {
  readonly vote: Vote
  readonly differing: Differing
  readonly onTake: (number: number, mark: PaperMark) => void
  readonly onRetype: (number: number) => void
}

const OneDifference = ({ vote, differing, onTake, onRetype }: OneProps) => {
  const t = useT()
  const rows = useRows(vote, differing)
  const { number, first, second } = differing
  const name = t('paper:compare.number', { number: numberText(number) })
  const named = (deed: 'takeFirst' | 'takeSecond' | 'retype'): string => `${t(`paper:compare.${deed}`)}: ${name}`
  return (
    <section className="panel compare-one" aria-label={name}>
      <h2>{name}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('paper:compare.line')}</th>
            <th scope="col">{t('paper:compare.first')}</th>
            <th scope="col">{t('paper:compare.second')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" dir="auto">
                {row.name}
              </th>
              <td>{row.first}</td>
              <td>{row.second}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="actions">
        <Button label={named('takeFirst')} onClick={() => onTake(number, first)}>
          {t('paper:compare.takeFirst')}
        </Button>
        <Button label={named('takeSecond')} onClick={() => onTake(number, second)}>
          {t('paper:compare.takeSecond')}
        </Button>
        <Button kind="quiet" label={named('retype')} onClick={() => onRetype(number)}>
          {t('paper:compare.retype')}
        </Button>
      </div>
    </section>
  )
}

/** The slip once more, from the paper: what is typed now counts, whatever stood there. */
const Retype = ({
  vote,
  paper,
  number,
  onDone,
}: CompareProps & { readonly number: number; readonly onDone: () => void }) => {
  const t = useT()
  const entry = useEntry(vote, 'fix', paper, { ...emptyTyped(vote), number: numberText(number) })
  return (
    <div className="entry">
      <div>
        <Button kind="quiet" size="small" onClick={onDone}>
          {t('paper:compare.back')}
        </Button>
        <EntryForm vote={vote} entry={entry} pass="fix" onSaved={onDone} />
      </div>
      <EntrySide vote={vote} pass="fix" entry={entry} paper={paper} />
    </div>
  )
}

const Missing = ({ view }: { readonly view: PaperView }): ReactNode => {
  const t = useT()
  const once = view.entered.filter((number) => !view.twice.includes(number))
  if (view.twice.length === 0) return <p className="notice">{t('paper:compare.noSecond')}</p>
  if (once.length === 0) return null
  return (
    <p className="notice">
      {t('paper:compare.once', { count: once.length, numbers: once.map(numberText).join(', ') })}
    </p>
  )
}

/** The slips that were read in two ways, side by side, for whoever has the paper in hand. */
export const CompareList = ({ vote, paper }: CompareProps) => {
  const t = useT()
  const request = useRequest()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [retyping, setRetyping] = useState<number | null>(null)
  const { view } = paper
  if (view === null) return null
  if (retyping !== null) {
    return <Retype key={retyping} vote={vote} paper={paper} number={retyping} onDone={() => setRetyping(null)} />
  }
  const take = async (number: number, mark: PaperMark): Promise<void> => {
    const roundId = lastRound(vote).id
    const done = await request('paper.enter', { voteId: vote.id, roundId, slip: String(number), pass: 'fix', mark })
    setFailure(done.ok ? null : done.error)
    paper.reload()
  }
  return (
    <div className="compare">
      <p className="compare-sum" role="status">
        {view.differing.length === 0
          ? view.twice.length === 0
            ? null
            : t('paper:compare.same', { count: view.twice.length })
          : t('paper:compare.differing', { count: view.differing.length, twice: view.twice.length })}
      </p>
      <Missing view={view} />
      <ProblemNote failure={failure} />
      {view.differing.map((differing) => (
        <OneDifference
          key={differing.number}
          vote={vote}
          differing={differing}
          onTake={(number, mark) => void take(number, mark)}
          onRetype={setRetyping}
        />
      ))}
    </div>
  )
}
