/** @jsxImportSource preact */
import type { ResultGroup, ResultOption } from '@core/rules/result-model'
import { slotOf } from '../parts/mark'

/** How long a bar is (0 to 1) and what stands at its end; null where nothing may be shown. */
export type BarFigure = { readonly length: number; readonly text: string } | null

type BarsProps = {
  readonly option: ResultOption
  readonly groups: readonly ResultGroup[]
  /** Of everyone, or of the group with this id. */
  readonly figure: (option: ResultOption, groupId: string | null) => BarFigure
}

/** Everyone in ink, each voice in its own pattern; the figure stands at the end of each bar. */
export const Bars = ({ option, groups, figure }: BarsProps) => (
  <div class="bars">
    <Bar name="bar-all" figure={figure(option, null)} />
    {groups.map((group) => (
      <Bar
        key={group.id}
        name={`pat voice-${group.slot === 'joined' ? 'joined' : slotOf(group.slot)}`}
        figure={figure(option, group.id)}
      />
    ))}
  </div>
)

const Bar = ({ name, figure }: { readonly name: string; readonly figure: BarFigure }) =>
  figure === null ? null : (
    <div class="bar-line">
      <span class={`bar ${name}`} style={{ width: `${Math.min(1, Math.max(0, figure.length)) * 78}%` }} />
      <span class="bar-figure">{figure.text}</span>
    </div>
  )
