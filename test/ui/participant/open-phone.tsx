/** @jsxImportSource preact */
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { render } from 'preact'
import type { AnyRecord } from '@core/model/records'
import { App } from '../../../renderer/participant/app'
import { Phone } from '../../../renderer/participant/model/phone'
import { readPrefs } from '../../../renderer/participant/model/prefs'
import { loadWords } from '../../../renderer/participant/model/words'
import { aBoard, aLab, aSession, aStep, aVoice } from '../../helpers/builders'
import { createPageTimers } from '../shared/page-timers'
import { createScriptedHost } from '../shared/scripted-host'
import type { ScriptedHost } from '../shared/scripted-host'

export const families = aVoice({ id: 'families', order: 'a', label: { text: 'Families' }, slot: 1, present: 9 })
export const staff = aVoice({ id: 'staff', order: 'b', label: { text: 'Front-line staff' }, slot: 2, present: 7 })

/** A running session with two voices; give what the test is about, such as its step and its vote. */
export const aRoom = (...records: readonly AnyRecord[]): AnyRecord[] => [
  aSession({ title: 'Third meeting', currentStepId: 'step-1' }),
  aLab(),
  families,
  staff,
  aBoard(),
  ...records,
]

export const writing = aStep({ question: { text: 'What makes it hard?' }, boardId: 'board-1', contribute: 'open' })

type PhoneOptions = {
  readonly secret?: string | null
  readonly slip?: string
  readonly records?: readonly AnyRecord[]
  readonly host?: ScriptedHost
}

let place: HTMLElement | null = null

/** Ends the page as a reload or a closed tab does: only what the phone keeps stays. */
export const closePhone = (): void => {
  if (place) render(null, place)
  place?.remove()
  place = null
}

export const openPhone = async ({ secret = 'abc', slip, records = aRoom(writing), host: given }: PhoneOptions = {}) => {
  closePhone()
  const host = given ?? createScriptedHost({ records })
  if (!given) {
    host.answerWith(({ name }) => ({ result: name === 'ballot.mine' ? { rev: 0, ballot: null, state: 'open' } : null }))
  }
  const clock = createPageTimers(Date.now())
  const phone = new Phone({ openWire: host.openWire, secret, slip: slip ?? null, lang: 'en', timers: clock.timers })
  const words = await loadWords('en')
  place = document.createElement('div')
  document.body.append(place)
  render(<App phone={phone} words={words} prefs={readPrefs()} />, place)
  const user = userEvent.setup()
  const press = async (name: string | RegExp): Promise<void> => {
    await user.click(await screen.findByRole('button', { name }))
  }
  return {
    host,
    clock,
    phone,
    user,
    press,
    /** From the welcome to the session's own screens. */
    comeIn: async (voice = 'Families'): Promise<void> => {
      await press(/^Come in/)
      await user.click(await screen.findByRole('radio', { name: voice }))
      await press(/^Go on/)
      await user.click(await screen.findByRole('radio', { name: /^Yes/ }))
      await press('Go on')
    },
    comeBack: async (): Promise<void> => {
      host.back()
      clock.pass(6_000)
      await waitFor(() => {
        if (phone.status !== 'online') throw new Error(`still ${phone.status ?? 'without a connection'}`)
      })
    },
  }
}
