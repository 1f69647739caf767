/** @jsxImportSource preact */
import type { ResultGroup, ResultOption } from '@core/rules/result-model'
import { slotOf } from '../parts/mark'

type BarsProps = {
  readonly option: ResultOption
  readonly groups: readonly ResultGroup[]
  /** All options, for one scale. */
  readonly all: readonly ResultOption[]
  readonly percent: (share: number) => string
}

/** Everyone in ink, each voice in its own pattern; the figure stands at the end of each bar. */
export const Bars = ({ option, groups, all, percent }: BarsProps) => {
  const most = Math.max(1, ...all.flatMap((one) => [one.share ?? 0, ...one.cells.map((cell) => cell.share ?? 0)]))
  return (
    <div class="bars">
      <Bar name="bar-all" share={option.share} most={most} percent={percent} />
      {groups.map((group) => (
        <Bar
          key={group.id}
          name={`pat voice-${group.slot === 'joined' ? 'joined' : slotOf(group.slot)}`}
          share={option.cells.find((cell) => cell.groupId === group.id)?.share ?? null}
          most={most}
          percent={percent}
        />
      ))}
    </div>
  )
}

type BarProps = {
  readonly name: string
  readonly share: number | null
  readonly most: number
  readonly percent: (share: number) => string
}

const Bar = ({ name, share, most, percent }: BarProps) =>
  share === null ? null : (
    <div class="bar-line">
      <span class={`bar ${name}`} style={{ width: `${(share / most) * 78}%` }} />
      <span class="bar-figure">{percent(share)}</span>
    </div>
  )
