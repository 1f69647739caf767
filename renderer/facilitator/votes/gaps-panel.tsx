import { Suspense, lazy, useState } from 'react'
import { barLength, fullLength, valueDigits } from '@core/charts/vote-pictures'
import { idOf } from '@core/report/vote-words'
import type { ResultView } from '@core/rules/result-model'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { leads, voiceLook } from '../../shared/vote/look'
import type { BarRow } from '../../shared/charts/bars-chart'
import type { GapRow } from '../../shared/charts/gaps-chart'
import { useFormat } from '../app/use-format'
import { Button } from '../../shared/look/button'
import { TableButton } from './result-section'
import { useResultWords } from './result-words'
import { TakePicture } from '../report/take-picture'

const GapsChart = lazy(async () => ({ default: (await import('../../shared/charts/gaps-chart')).GapsChart }))
const BarsChart = lazy(async () => ({ default: (await import('../../shared/charts/bars-chart')).BarsChart }))

const gapRows = (result: ResultView): readonly GapRow[] =>
  result.widest.flatMap((id) => {
    const option = result.options.find((one) => one.id === id)
    if (option === undefined || option.gap === null) return []
    const points = option.cells.flatMap(({ groupId, share }) => {
      const group = result.groups.find((one) => one.id === groupId)
      return share === null || group === undefined ? [] : [{ id: groupId, look: voiceLook(group.slot), share }]
    })
    return [{ id, text: option.text, gap: Math.round(option.gap), points }]
  })

const GapsTable = ({ result, rows }: { readonly result: ResultView; readonly rows: readonly GapRow[] }) => {
  const t = useT()
  const { nameOf } = useResultWords()
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="vote-gaps">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('vote:result.topic')}</th>
            {result.groups.map((group) => (
              <th key={group.id} scope="col">
                {nameOf(group)}
              </th>
            ))}
            <th scope="col">{t('charts:gap')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.text}</th>
              {result.groups.map((group) => {
                const point = row.points.find(({ id }) => id === group.id)
                return (
                  <td key={group.id}>
                    {point === undefined
                      ? t('vote:result.none')
                      : t('vote:percent', { value: Math.round(point.share) })}
                  </td>
                )
              })}
              <td>
                <b>{row.gap}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Difference = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { divergence } = result
  if (divergence === null) return null
  return (
    <div className="panel difference">
      <div>
        <h3>{t('vote:difference.title')}</h3>
        <p className="difference-figure">
          <b>{divergence.value}</b> <span>{t('vote:difference.of')}</span>{' '}
          <b className="difference-band">{t(`vote:difference.${divergence.band}`)}</b>
        </p>
      </div>
      <p className="small quiet">{t('vote:difference.meaning')}</p>
    </div>
  )
}

/** Widest first: what comes later hardly differs, and the table has all. */
const MOST_GAPS = 15

const Gaps = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { say, nameOf } = useResultWords()
  const [table, setTable] = useState(false)
  const [all, setAll] = useState(false)
  const rows = gapRows(result)
  const shown = all || rows.length <= MOST_GAPS + 2 ? rows : rows.slice(0, MOST_GAPS)
  const sentence = result.sentences.find(({ key }) => /^result:(differMost|nobodyDiffers)/.test(key))
  const finding = sentence === undefined ? t(`charts:gapsLead.${result.method.name}`) : say(sentence)
  return (
    <>
      <div className="vote-section-head">
        <h2 id="vote-gaps">{t('charts:gapsTitle')}</h2>
        <TableButton table={table} onToggle={() => setTable(!table)} />
      </div>
      <p className="gaps-finding">{finding}</p>
      {table ? (
        <GapsTable result={result} rows={rows} />
      ) : (
        <>
          <p className="small quiet">{t(`charts:gapsLead.${result.method.name}`)}</p>
          <Suspense fallback={<div className="chart-wait" aria-busy="true" />}>
            <GapsChart rows={shown} label={finding} />
          </Suspense>
          {shown.length === rows.length ? null : (
            <Button size="small" onClick={() => setAll(true)}>
              {t('charts:gapsAll', { count: rows.length })}
            </Button>
          )}
          <ul className="chart-key">
            {result.groups.map((group) => (
              <li key={group.id}>
                <VoiceMark voice={voiceLook(group.slot)} size={14} /> {nameOf(group)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Overall = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { number } = useFormat()
  const { say } = useResultWords()
  const rows: readonly BarRow[] = result.options.map((option) => ({
    id: option.id,
    text: option.text,
    value: barLength(result, option.value),
    shown: option.value === null ? t('charts:none') : number(option.value, valueDigits(result)),
    leads: leads(option, result.options),
  }))
  const sentence = result.sentences[0]
  return (
    <>
      <h2 id="vote-gaps">{t('charts:overallTitle')}</h2>
      <Suspense fallback={<div className="chart-wait" aria-busy="true" />}>
        <BarsChart
          rows={rows}
          full={fullLength(result)}
          label={sentence === undefined ? t('charts:overallTitle') : say(sentence)}
        />
      </Suspense>
    </>
  )
}

/** Where the voices part; with the overall result only, the ranking as bars. */
export const GapsPanel = ({ result }: { readonly result: ResultView }) =>
  // Support alone would say less than the bars of support and objections beside it.
  result.widest.length === 0 && result.method.name === 'consent' ? null : (
    <section className="vote-gaps" aria-labelledby="vote-gaps">
      {result.widest.length === 0 ? <Overall result={result} /> : <Gaps result={result} />}
      {result.widest.length === 0 || result.groups.length < 2 ? null : <TakePicture chartId={`${idOf(result)}-gaps`} />}
      <Difference result={result} />
    </section>
  )
