import type { CSSProperties } from 'react'
import { barLength, fullLength } from '@core/charts/vote-pictures'
import type { ResultOption, ResultView } from '@core/rules/result-model'
import { leads } from './look'
import './result-bars.css'

interface ResultBarsProps {
  readonly result: ResultView
  /** Only these, when not all fit; bars keep the scale of the whole. */
  readonly options?: readonly ResultOption[]
  /** The figure at the end of the bar in words for a screen reader, e.g. "25 dots". */
  readonly figure: (option: ResultOption) => string
  /** What stands at the end of the bar; the value unless given. */
  readonly shown?: (option: ResultOption) => string
}

/** The ranking of everyone together: option, bar, number. A list, so that it reads without the bars. */
export const ResultBars = ({ result, options = result.options, figure, shown }: ResultBarsProps) => {
  const most = fullLength(result)
  return (
    <ol className="result-bars">
      {options.map((option) => {
        const style: CSSProperties & Record<'--share', string> = {
          '--share': `${(barLength(result, option.value) / most) * 100}%`,
        }
        return (
          <li key={option.id} className="result-bar-row" value={option.position}>
            <span className="result-bar-text" dir="auto">
              {option.text}
            </span>
            <span className="result-bar-track" aria-hidden="true">
              <span
                className={leads(option, result.options) ? 'result-bar result-bar-leads' : 'result-bar'}
                style={style}
              />
              <b className="result-bar-figure">{shown ? shown(option) : (option.value ?? '')}</b>
            </span>
            <span className="visually-hidden">{figure(option)}</span>
          </li>
        )
      })}
    </ol>
  )
}
