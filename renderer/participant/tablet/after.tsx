/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import type { AfterProps } from '../context'
import { usePage } from '../context'
import { BigTick } from '../parts/big-tick'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'

/** How long "It is in" stands before the screen is the next person's, ms. */
const CLEARS_AFTER = 2_200

/** What was handed in does not stand here any more. The page clears itself, but only when the words are safe. */
export const After = ({ state, title, text, onAgain, again }: AfterProps) => {
  const { tablet, t } = usePage()
  useEffect(() => {
    if (state !== 'in') return undefined
    const timer = setTimeout(() => tablet?.passOn(), CLEARS_AFTER)
    return () => clearTimeout(timer)
  }, [state, tablet])
  return (
    <Frame
      key={state}
      class="main-airy"
      title={title}
      foot={
        <>
          {state === 'waiting' ? null : (
            <Deed onClick={() => tablet?.passOn()}>
              <Icon name="passOn" size={24} /> {t('tablet:pass')}
            </Deed>
          )}
          {onAgain && again && state !== 'waiting' ? (
            <Deed plain onClick={onAgain}>
              {again}
            </Deed>
          ) : null}
        </>
      }
    >
      {state === 'in' ? <BigTick /> : null}
      <p role="status">
        {text} {state === 'in' ? t('tablet:clears') : null}
      </p>
    </Frame>
  )
}
