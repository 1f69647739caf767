import { screen } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createScriptedHost } from '../shared/scripted-host'
import { aRoom, closePhone, openPhone, writing } from './open-phone'

beforeEach(() => localStorage.clear())
afterEach(closePhone)

describe('joining', () => {
  test('goes from the square to the question in four steps', async () => {
    const { host, comeIn } = await openPhone()
    await screen.findByText('Third meeting')
    expect(screen.getAllByRole<HTMLInputElement>('radio').find((one) => one.checked)).toBe(
      screen.getByRole('radio', { name: 'English' }),
    )
    expect(screen.getByRole('radio', { name: /^Slovenščina/ }).closest('label')?.textContent).toContain(
      'not yet reviewed',
    )
    await comeIn()
    await screen.findByRole('heading', { name: 'What makes it hard?' })
    expect(host.hellos[0]?.proof).toEqual({ kind: 'join', secret: 'abc' })
    await vi.waitFor(() => expect(host.others).toContainEqual({ t: 'voice', voiceId: 'families' }))
  })

  test('asks for the code when the address has none, and says when it does not fit', async () => {
    const { host, user, press } = await openPhone({ secret: null })
    expect(host.hellos).toHaveLength(0)
    await press(/^Come in/)
    expect(screen.getByText('Type the code that stands on the screen in the room.')).toBeTruthy()
    host.refuseWith({ code: 'wrong-code' })
    await user.type(screen.getByLabelText('The code from the screen'), 'maple 46')
    await press(/^Come in/)
    await screen.findByText('That code does not fit. Look at the screen once more.')
    expect(screen.getByLabelText<HTMLInputElement>('The code from the screen').value).toBe('maple 46')
    host.refuseWith(null)
    await user.clear(screen.getByLabelText('The code from the screen'))
    await user.type(screen.getByLabelText('The code from the screen'), 'maple 47{Enter}')
    await screen.findByText('Third meeting')
    expect(host.hellos.at(-1)?.proof).toEqual({ kind: 'join', code: 'maple 47' })
  })

  test('comes in with the code of a slip whose square is of an earlier opening of the room', async () => {
    const host = createScriptedHost({ records: aRoom(writing) })
    host.refuseWith({ code: 'wrong-code' })
    const { clock } = await openPhone({ host, slip: 'K7QXTD' })
    await vi.waitFor(() => expect(host.hellos).toHaveLength(1))
    host.refuseWith(null)
    clock.pass(1)
    await screen.findByText('Third meeting')
    expect(host.hellos.map(({ proof }) => proof)).toEqual([
      { kind: 'join', secret: 'abc' },
      { kind: 'join', code: 'K7QXTD' },
    ])
  })

  test('has chosen nothing beforehand and does not go on without an answer', async () => {
    const { phone, press, user } = await openPhone()
    await press(/^Come in/)
    const go = await screen.findByRole('button', { name: 'Choose one to go on' })
    await user.click(go)
    expect(phone.mine.voiceId).toBeUndefined()
    await user.click(screen.getByRole('radio', { name: 'I would rather not say' }))
    await press('Go on without saying')
    await screen.findByRole('heading', { name: 'May your words be quoted?' })
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter((radio) => radio.checked)).toEqual([])
    await press('Choose one to go on')
    expect(phone.mine.quote).toBeUndefined()
    await user.click(screen.getByRole('radio', { name: /^No/ }))
    await press('Go on')
    await screen.findByRole('heading', { name: 'What makes it hard?' })
    expect(phone.mine).toMatchObject({ voiceId: null, quote: 'none' })
  })

  test('asks nothing twice after a reload, and shows the device token', async () => {
    const first = await openPhone()
    await first.comeIn()
    const again = await openPhone({ secret: null, host: first.host })
    await screen.findByRole('heading', { name: 'What makes it hard?' })
    expect(again.host.hellos.at(-1)).toMatchObject({
      proof: { kind: 'join', device: 'device-token' },
      voiceId: 'families',
    })
  })

  test.each([
    ['room-locked', 'The room is locked.'],
    ['room-full', 'The room is full.'],
    ['protocol-too-old', 'This page does not fit the laptop.'],
  ] as const)('says why it is not let in: %s', async (code, words) => {
    const { host, phone } = await openPhone()
    host.refuseWith({ code })
    host.drop()
    host.back()
    phone.client?.retry()
    await screen.findByRole('heading', { name: words })
  })

  test('says what keeps it out now, when that changes while it waits', async () => {
    const host = createScriptedHost({ records: aRoom(writing) })
    host.refuseWith({ code: 'room-full' })
    const { clock } = await openPhone({ host })
    await screen.findByRole('heading', { name: 'The room is full.' })
    host.refuseWith({ code: 'room-locked' })
    clock.pass(8_000)
    await screen.findByRole('heading', { name: 'The room is locked.' })
  })

  test('says that the room is closed, and comes back when it opens', async () => {
    const { host, comeIn, comeBack } = await openPhone()
    await comeIn()
    host.bye('room-closed')
    await screen.findByRole('heading', { name: 'The room is closed right now.' })
    await comeBack()
    await screen.findByRole('heading', { name: 'What makes it hard?' })
  })

  test('keeps big text and strong contrast for the next visit', async () => {
    const { press } = await openPhone()
    await press(/Bigger text/)
    await press('Strong contrast')
    const { text, theme } = document.documentElement.dataset
    expect([text, theme]).toEqual(['big', 'contrast'])
    await openPhone()
    expect((await screen.findByRole('button', { name: /Smaller text/ })).getAttribute('aria-pressed')).toBe('true')
    delete document.documentElement.dataset['text']
    delete document.documentElement.dataset['theme']
  })

  test('has no button for reading aloud where the phone has no voice of its own', async () => {
    await openPhone()
    await screen.findByText('Third meeting')
    expect(screen.queryByRole('button', { name: 'Read this page aloud' })).toBeNull()
  })
})
