import { screen, waitFor } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LIMITS } from '@core/model/limits'
import type { Reply } from '../shared/scripted-host'
import { closePhone, openPhone } from './open-phone'

beforeEach(() => localStorage.clear())
afterEach(closePhone)

const box = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your words' })
const taken = (): Reply => ({ result: { id: 'x', held: false } })

describe('a card from a phone', () => {
  test('is sent with its place, its consent and a secret of its own', async () => {
    const { host, user, press, comeIn } = await openPhone()
    host.answerWith(taken)
    await comeIn()
    await user.type(await box(), 'They ask me the same ten times.')
    await user.click(
      screen.getAllByRole('button', { pressed: false }).find((one) => one.className === 'place') ?? document.body,
    )
    await press(/^Send/)
    await screen.findByRole('heading', { name: 'It is in.' })
    expect(host.asked('card.submit').map((ask) => ask.args)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-z]{20}$/),
        secret: expect.stringMatching(/^[0-9a-z]{40}$/),
        text: 'They ask me the same ten times.',
        quote: 'role',
        entryIds: ['t1'],
      },
    ])
    await press(/Write another/)
    expect((await box()).value).toBe('')
  })

  test('may say where it belongs on both sides of a map, the second only after the first', async () => {
    const { host, user, press, comeIn } = await openPhone()
    host.answerWith(taken)
    await comeIn()
    await user.type(await box(), 'Nobody calls back.')
    const group = (name: RegExp) => screen.queryByRole('group', { name })
    expect(group(/^Level/)).toBeNull()
    await press(/^t2/)
    expect(group(/^Level/)).not.toBeNull()
    await press(/^l2/)
    await press(/^Send/)
    await screen.findByRole('heading', { name: 'It is in.' })
    expect(host.asked('card.submit').map((ask) => ask.args)).toMatchObject([{ entryIds: ['t2', 'l2'] }])
  })

  test('is counted while typing and never cut off', async () => {
    const { host, user, press, comeIn } = await openPhone()
    await comeIn()
    const long = 'x'.repeat(LIMITS.statement + 3)
    await user.click(await box())
    await user.paste(long)
    expect((await box()).value).toHaveLength(LIMITS.statement + 3)
    expect(screen.getByText(/^3 characters too many/)).toBeTruthy()
    await press(/^Send/)
    expect(host.asked('card.submit')).toEqual([])
  })

  test('waits on the phone while there is no network, and arrives once', async () => {
    const { host, user, press, comeIn, comeBack } = await openPhone()
    host.answerWith(taken)
    await comeIn()
    host.drop()
    await user.type(await box(), 'Said without a network')
    await press(/^Send/)
    await screen.findByRole('heading', { name: 'It is kept on this phone.' })
    await comeBack()
    await screen.findByRole('heading', { name: 'It is in.' })
    expect(host.asked('card.submit')).toHaveLength(1)
  })

  test('is the same card when its answer was lost and it is sent again after a reload', async () => {
    const first = await openPhone()
    first.host.answerWith(() => 'silent')
    await first.comeIn()
    await first.user.type(await box(), 'Only once')
    await first.press(/^Send/)
    await waitFor(() => expect(first.host.asked('card.submit')).toHaveLength(1))
    first.host.drop()
    first.host.back()
    first.host.answerWith(taken)
    const again = await openPhone({ secret: null, host: first.host })
    await vi.waitFor(() => expect(again.phone.mine.cards[0]?.state).toBe('sent'))
    const [one, two] = first.host.asked('card.submit').map((ask) => ask.args)
    expect(two).toEqual(one)
  })

  test('keeps words that were refused, and gives them back', async () => {
    const { host, user, press, comeIn } = await openPhone()
    host.answerWith(() => ({ failure: { code: 'step-closed' } }))
    await comeIn()
    await user.type(await box(), 'Too late perhaps')
    await press(/^Send/)
    await screen.findByText('This step takes no more words just now. Yours are kept here.')
    await press(/Write it again/)
    expect((await box()).value).toBe('Too late perhaps')
  })

  test('is taken back with its secret after asking once', async () => {
    const { host, user, press, comeIn } = await openPhone()
    host.answerWith(taken)
    await comeIn()
    await user.type(await box(), 'Better not')
    await press(/^Send/)
    await press('1 card from this phone')
    await press(/^Take back/)
    expect(host.asked('card.withdraw')).toEqual([])
    await press('Yes, take it back')
    await screen.findByText('Nothing from this phone yet.')
    const [submitted] = host.asked('card.submit')
    const [withdrawn] = host.asked('card.withdraw')
    expect(submitted?.args).toMatchObject(withdrawn?.args as object) // id and secret, as this phone sent them
    expect(Object.keys(withdrawn?.args as object)).toEqual(['id', 'secret'])
  })

  test('keeps a half-written thought over a reload', async () => {
    const { user, host, comeIn } = await openPhone()
    await comeIn()
    await user.type(await box(), 'Half a thou')
    await openPhone({ secret: null, host })
    expect((await box()).value).toBe('Half a thou')
  })
})
