/** @jsxImportSource preact */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Vote } from '@core/model/vote'
import { usePage } from '../context'
import { movePlace, placed, placeNext, unplace } from './rules'
import { Icon } from '../parts/icon'
import { OptionText } from './option-text'
import type { RowsProps } from './rows'
import { StepButton } from './step-button'

/** What comes next gets the next place; then it can go up and down. Nothing has to be dragged. */
export const RankingRows = ({ vote, values, places, onChange, onRefuse }: RowsProps & { readonly places: number }) => {
  const { t } = usePage()
  const list = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  // Lines move, and the pressed button with them: the focus goes along.
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const [id = '', fallback = ''] = wanted.current.split(' | ')
    wanted.current = null
    const all = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const found = all.find((one) => one.id === id) ?? all.find((one) => one.id.startsWith(fallback))
    found?.focus()
  })
  const order = placed(values)
  const rest = vote.options.map((_, index) => index).filter((index) => !order.includes(index))
  const textOf = (index: number): string => vote.options[index]?.text ?? ''
  const give = (index: number): void => {
    if (order.length >= places) return onRefuse(t('ballot:screen.why.places', { count: places }))
    const next = rest[rest.indexOf(index) + 1] ?? rest.find((one) => one !== index)
    wanted.current = next === undefined ? `up-${index} | up-` : `give-${next} | up-`
    return onChange(
      placeNext(values, index),
      t('ballot:screen.has', { option: textOf(index), place: order.length + 1 }),
    )
  }
  const move = (index: number, by: 1 | -1): void => {
    const next = movePlace(values, index, by)
    if (next === values) return onRefuse(t(by < 0 ? 'ballot:screen.why.isFirst' : 'ballot:screen.why.isLast'))
    wanted.current = `${by < 0 ? 'up' : 'down'}-${index} | up-`
    return onChange(next, t('ballot:screen.has', { option: textOf(index), place: Number(next[index]) }))
  }
  const takeOut = (index: number): void => {
    wanted.current = `give-${index} | give-`
    onChange(unplace(values, index), t('ballot:screen.hasNone', { option: textOf(index) }))
  }
  return (
    <div ref={list} class="ranking">
      <Order vote={vote} order={order} onMove={move} onTakeOut={takeOut} />
      <Rest vote={vote} rest={rest} next={order.length < places ? order.length + 1 : null} onGive={give} />
    </div>
  )
}

type OrderProps = {
  readonly vote: Vote
  readonly order: readonly number[]
  readonly onMove: (index: number, by: 1 | -1) => void
  readonly onTakeOut: (index: number) => void
}

const Order = ({ vote, order, onMove, onTakeOut }: OrderProps) => {
  const { t } = usePage()
  if (order.length === 0) return null
  return (
    <section aria-labelledby="ranked">
      <h2 id="ranked" class="strong">
        {t('ballot:screen.order')}
      </h2>
      <ol class="options ranked">
        {order.map((index, at) => {
          const option = vote.options[index]
          return option ? (
            <li key={option.id} class="option option-ranked" data-row>
              <span class="place-figure" aria-hidden="true">
                {at + 1}
              </span>
              <OptionText option={option} />
              <div class="stepper" role="group" aria-label={option.text}>
                <StepButton
                  id={`up-${index}`}
                  label={t('ballot:screen.up', { option: option.text })}
                  off={at === 0}
                  onPress={() => onMove(index, -1)}
                >
                  <Icon name="up" size={24} />
                </StepButton>
                <StepButton
                  id={`down-${index}`}
                  label={t('ballot:screen.down', { option: option.text })}
                  off={at === order.length - 1}
                  onPress={() => onMove(index, 1)}
                >
                  <Icon name="down" size={24} />
                </StepButton>
                <StepButton
                  id={`out-${index}`}
                  label={t('ballot:screen.out', { option: option.text })}
                  off={false}
                  onPress={() => onTakeOut(index)}
                >
                  <Icon name="close" size={22} />
                </StepButton>
              </div>
            </li>
          ) : null
        })}
      </ol>
    </section>
  )
}

type RestProps = {
  readonly vote: Vote
  readonly rest: readonly number[]
  /** The place that is given next; null when all are given. */
  readonly next: number | null
  readonly onGive: (index: number) => void
}

const Rest = ({ vote, rest, next, onGive }: RestProps) => {
  const { t } = usePage()
  if (rest.length === 0) return null
  return (
    <section aria-labelledby="unranked">
      <h2 id="unranked" class="strong">
        {t('ballot:screen.rest')} {next === null ? null : <span class="quiet">{t('ballot:screen.tapNext')}</span>}
      </h2>
      <ul class="choices">
        {rest.map((index) => {
          const option = vote.options[index]
          return option ? (
            <li key={option.id} data-row>
              <button
                type="button"
                id={`give-${index}`}
                class="choice choice-plain choice-give"
                aria-disabled={next === null ? true : undefined}
                onClick={() => onGive(index)}
              >
                <span class="choice-name">
                  <OptionText option={option} />
                </span>
                {next === null ? null : (
                  <span class="place-next">
                    <span class="visually-hidden">{t('ballot:place')} </span>
                    {next}
                  </span>
                )}
              </button>
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}
