import { useState } from 'react'
import type { CSSProperties } from 'react'
import { barLength, fullLength, valueDigits } from '@core/charts/vote-pictures'
import type { ResultCell, ResultGroup, ResultOption, ResultView } from '@core/rules/result-model'
import { useT } from '../../shared/i18n/use-t'
import { Segmented } from '../../shared/look/segmented'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { leads, voiceLook } from '../../shared/vote/look'
import { useFormat } from '../app/use-format'
import { useResultWords } from './result-words'

type Weight = 'person' | 'voice'

type Row = {
  readonly option: ResultOption
  readonly position: number
  /** The figure of everyone: the value of the option, or the mean share of the voices. */
  readonly figure: number
  readonly words: string
}

const barStyle = (share: number): CSSProperties & Record<'--share', string> => ({
  '--share': `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`,
})

const useRows = (result: ResultView, weight: Weight): readonly Row[] => {
  const t = useT()
  const { number } = useFormat()
  if (weight === 'person' || result.equal === null) {
    return result.options.map((option) => {
      const words = option.value === null ? t('vote:result.none') : number(option.value, valueDigits(result))
      return { option, position: option.position, figure: barLength(result, option.value), words }
    })
  }
  return result.equal.flatMap(({ optionId, position, share }) => {
    const option = result.options.find(({ id }) => id === optionId)
    if (option === undefined) return []
    return [{ option, position, figure: share, words: t('vote:percent', { value: Math.round(share) }) }]
  })
}

const GroupCell = ({
  cell,
  group,
  most,
}: {
  readonly cell: ResultCell | undefined
  readonly group: ResultGroup
  readonly most: number
}) => {
  const t = useT()
  const { nameOf } = useResultWords()
  if (cell?.position == null || cell.share === null) return <td className="rank-cell">{t('vote:result.none')}</td>
  const first = cell.position === 1 && cell.share > 0
  return (
    <td className="rank-cell">
      <span className="rank-box" data-first={first || undefined}>
        <span aria-hidden="true">{t('vote:result.place', { place: cell.position })}</span>
        <span
          className={`rank-bar pat ${voiceClass(voiceLook(group.slot))}`}
          style={barStyle(most === 0 ? 0 : cell.share / most)}
          hidden={cell.share === 0}
          aria-hidden="true"
        />
        <span className="visually-hidden">
          {t('vote:result.cell', { voice: nameOf(group), place: cell.position, share: Math.round(cell.share) })}
        </span>
      </span>
    </td>
  )
}

const Head = ({ result, weight }: { readonly result: ResultView; readonly weight: Weight }) => {
  const t = useT()
  const { nameOf } = useResultWords()
  return (
    <thead>
      <tr>
        <th scope="col" className="rank-topic">
          <span className="visually-hidden">{t('vote:result.topic')}</span>
        </th>
        <th scope="col" className="rank-everyone">
          {weight === 'person' ? (
            <>
              <span>{t('vote:result.everyone')}</span>{' '}
              <span>{t('vote:result.ballots', { count: result.ballots })}</span>
            </>
          ) : (
            <span>{t('vote:result.everyVoice')}</span>
          )}
        </th>
        {result.groups.map((group) => (
          <th key={group.id} scope="col" className="rank-group">
            <span className="rank-group-head">
              <VoiceMark voice={voiceLook(group.slot)} size={14} /> {nameOf(group)}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

const Foot = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const words = (count: number, of: number): string =>
    of === 0 ? String(count) : t('vote:result.of', { count, of: Math.max(count, of) })
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('vote:result.ballotsRow')}</th>
        <td>{words(result.cast, result.present)}</td>
        {result.groups.map((group) => (
          <td key={group.id}>{words(group.ballots, group.present)}</td>
        ))}
      </tr>
    </tfoot>
  )
}

/** Ranking of everyone and of each shown voice side by side; the table is its own chart. */
export const RankingTable = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const [weight, setWeight] = useState<Weight>('person')
  const rows = useRows(result, weight)
  const most = weight === 'person' ? fullLength(result) : Math.max(0, ...rows.map((row) => row.figure))
  const mostOf = new Map(
    result.groups.map((group) => [
      group.id,
      Math.max(
        0,
        ...result.options.flatMap(({ cells }) => cells.find((cell) => cell.groupId === group.id)?.share ?? []),
      ),
    ]),
  )
  const widest = Math.max(0, ...mostOf.values())
  return (
    <section aria-labelledby="vote-ranking">
      <div className="vote-section-head">
        <h2 id="vote-ranking">{t('vote:result.ranking')}</h2>
        {result.equal === null ? null : (
          <Segmented<Weight>
            name={t('vote:result.weight')}
            value={weight}
            segments={[
              { value: 'person', label: t('vote:result.eachPerson') },
              { value: 'voice', label: t('vote:result.eachVoice') },
            ]}
            onChange={setWeight}
          />
        )}
      </div>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="vote-ranking">
        <table className="rank-table" data-groups={result.groups.length}>
          <Head result={result} weight={weight} />
          <tbody>
            {rows.map(({ option, position, figure, words }) => (
              <tr key={option.id}>
                <th scope="row" className="rank-topic">
                  <span className="rank-position">{position}</span>
                  <span className="rank-text">{option.text}</span>
                </th>
                <td className="rank-everyone">
                  <span className="rank-all">
                    <span
                      className="rank-all-bar"
                      data-leads={leads({ ...option, position }, result.options) || undefined}
                      style={barStyle(most === 0 ? 0 : figure / most)}
                      aria-hidden="true"
                    />
                    <b>{words}</b>
                  </span>
                </td>
                {result.groups.map((group) => (
                  <GroupCell
                    key={group.id}
                    group={group}
                    cell={option.cells.find((cell) => cell.groupId === group.id)}
                    most={widest}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          <Foot result={result} />
        </table>
      </div>
      {weight === 'voice' ? <p className="small quiet">{t('result:equalWeights')}</p> : null}
    </section>
  )
}
