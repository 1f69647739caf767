/** @jsxImportSource preact */
import { usePage } from '../context'
import { sumOf, withValue } from './rules'
import { Icon } from '../parts/icon'
import { OptionText } from './option-text'
import type { RowsProps } from './rows'

/** Any number of lines, or as many as the vote says. One that may not be chosen any more stays reachable and says why. */
export const ApprovalRows = ({ vote, values, most, onChange, onRefuse }: RowsProps & { readonly most?: number }) => {
  const { t } = usePage()
  const full = most !== undefined && sumOf(values) >= most
  return (
    <ul class="choices">
      {vote.options.map((option, index) => {
        const chosen = values[index] === 1
        return (
          <li key={option.id} data-row>
            <label class="choice choice-plain">
              <input
                type="checkbox"
                checked={chosen}
                aria-disabled={full && !chosen ? true : undefined}
                onClick={(event) => {
                  if (!full || chosen) return
                  event.preventDefault()
                  onRefuse(t('ballot:screen.why.most', { count: most }))
                }}
                onChange={() => (full && !chosen ? undefined : onChange(withValue(values, index, chosen ? 0 : 1)))}
              />
              <span class="choice-name">
                <OptionText option={option} />
              </span>
              <span class="choice-tick">
                <Icon name="check" size={24} />
              </span>
            </label>
          </li>
        )
      })}
    </ul>
  )
}
