/** @jsxImportSource preact */
import type { Vote } from '@core/model/vote'
import { usePage } from '../context'
import { dotsUsed, placed, sumOf } from './rules'
import type { Values } from '../model/ballot'
import { Dots } from '../parts/dots'
import { AgainstLeft, leftWords } from './dots-rows'
import { pointsLeftWords } from './share-rows'

type BudgetProps = { readonly vote: Vote; readonly values: Values; readonly why: string | null }

/** Always in sight: how much is left to give, and why something could not be done. */
export const Budget = ({ vote, values, why }: BudgetProps) => {
  const left = <Left vote={vote} values={values} />
  const says = ['dots', 'share-100', 'ranking'].includes(vote.method.name) || hasMost(vote)
  if (!says && why === null) return null
  return (
    <div class="budget">
      {says ? left : null}
      {why === null ? null : <p class="budget-reason small">{why}</p>}
    </div>
  )
}

const hasMost = ({ method, options }: Vote): boolean =>
  method.name === 'approval' && method.most !== undefined && method.most < options.length

const Left = ({ vote: { method, options }, values }: Omit<BudgetProps, 'why'>) => {
  const { t } = usePage()
  switch (method.name) {
    case 'dots': {
      const used = dotsUsed(values)
      return (
        <>
          <span>{leftWords(t, method, used)}</span>
          <Dots full={used} of={method.budget} />
          <AgainstLeft rule={method} values={values} />
        </>
      )
    }
    case 'approval':
      return <span>{t('ballot:screen.chosen', { chosen: sumOf(values), most: method.most ?? 0 })}</span>
    case 'ranking': {
      const places = Math.min(method.places ?? options.length, options.length)
      return <span>{t('ballot:screen.places', { given: placed(values).length, places })}</span>
    }
    case 'share-100':
      return <span>{pointsLeftWords(t, values)}</span>
    case 'rating':
    case 'effort-effect':
    case 'consent':
      return null
  }
}
