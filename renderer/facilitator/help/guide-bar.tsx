import { IconCompass, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { keep, kept } from '../../shared/lib/storage'
import { Button, IconButton } from '../../shared/look/button'
import { useHistory, useReplica, useSession } from '../../shared/replica/react'
import { nav, useNav } from '../app/nav'
import { useSelection } from '../app/selection'
import { createStore, useStore } from '../app/store'
import { GUIDE_STEPS, placeFor, stepsDone } from './guide-steps'
import type { GuideStep } from './guide-steps'

const KEY = 'polyphony.guide'

const isStep = (text: string): text is GuideStep => GUIDE_STEPS.some((step) => step === text)
const readDone = (): readonly GuideStep[] => (kept(KEY) ?? '').split(' ').filter(isStep)

/** Done steps, kept on this computer. */
const doneSteps = createStore<readonly GuideStep[]>(readDone())

const markDone = (steps: readonly GuideStep[]): void => {
  const before = doneSteps.get()
  const fresh = steps.filter((step) => !before.includes(step))
  if (fresh.length === 0) return
  doneSteps.set([...before, ...fresh])
  keep(KEY, doneSteps.get().join(' '))
}

const useDone = (): readonly GuideStep[] => {
  const { place } = useNav()
  const drawer = useSelection().open !== null
  const lastChange = useHistory().undo
  useEffect(() => markDone(stepsDone({ place, drawer, lastChange })), [place, drawer, lastChange])
  return useStore(doneSteps)
}

/** In a sample session: one thing to try, with a way there. Blocks nothing, goes by itself when all was tried. */
export const GuideBar = () => {
  const t = useT()
  const session = useSession()
  const { view } = useReplica()
  const done = useDone()
  if (session?.sample !== true) return null
  const offered = GUIDE_STEPS.filter((step) => placeFor(step, view) !== null)
  const next = offered.find((step) => !done.includes(step))
  const place = next === undefined ? null : placeFor(next, view)
  if (next === undefined || place === null) return null
  const number = offered.indexOf(next) + 1
  return (
    <div className="message-bar notice guide-bar" role="note" aria-label={t('shell:guide.name')}>
      <IconCompass size={19} stroke={1.75} aria-hidden="true" />
      <p>
        <b>{t('shell:guide.try', { number, total: offered.length })}</b> {t(`shell:guide.${next}`)}
      </p>
      <Button size="small" onClick={() => nav.go(place)}>
        {t('shell:guide.show')}
      </Button>
      <Button size="small" kind="quiet" onClick={() => markDone([next])}>
        {t('shell:guide.skip')}
      </Button>
      <IconButton
        size="small"
        name={t('shell:guide.away')}
        icon={<IconX size={17} stroke={1.75} />}
        onClick={() => markDone(GUIDE_STEPS)}
      />
    </div>
  )
}
