import { screen, waitFor } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../shared/scripted-host'
import { aPulse, aSession, aStep, aTask } from '../../helpers/builders'
import { aRoom, closePhone, openPhone, writing } from './open-phone'

beforeEach(() => localStorage.clear())
afterEach(closePhone)

const taken = (): Reply => ({ result: { id: 'x', held: false } })

describe('the feedback round', () => {
  const records = aRoom(
    aStep({ kind: 'pulse', contribute: 'closed' }),
    aPulse({ id: 'p1', order: 'a', question: { text: 'Was I heard?' } }),
    aPulse({ id: 'p2', order: 'b', question: { text: 'Was it useful?' } }),
  )

  test('asks one question on a screen, and sends what was answered once', async () => {
    const { host, user, press, comeIn } = await openPhone({ records })
    host.answerWith(({ name }) => ({ result: name === 'pulse.mine' ? { answered: false } : null }))
    await comeIn()
    await screen.findByRole('heading', { name: 'Was I heard?' })
    await user.click(screen.getByRole('radio', { name: '4 of 5' }))
    await press('Next')
    await screen.findByRole('heading', { name: 'Was it useful?' })
    await press('Leave out')
    await user.type(await screen.findByRole('textbox'), 'More breaks.')
    await press('Hand in')
    await screen.findByRole('heading', { name: 'Thank you.' })
    expect(host.asked('pulse.answer').map(({ args }) => args)).toEqual([
      { values: [{ id: 'p1', value: 4 }], remark: 'More breaks.' },
    ])
    expect(localStorage.getItem('polyphony.mine.session-1')).not.toContain('More breaks.')
  })

  test('is over for a phone that has answered, even when its browser forgot', async () => {
    const { host, comeIn } = await openPhone({ records })
    host.answerWith(() => ({ result: { answered: true } }))
    await comeIn()
    await screen.findByRole('heading', { name: 'Thank you.' })
  })
})

describe('a new step', () => {
  test('comes before the own cards and proposals that are open on the phone; what was being written is kept', async () => {
    const offers = aStep({ boardId: 'board-1', contribute: 'open', propose: ['task'] })
    const { host, user, press, comeIn } = await openPhone({ records: aRoom(offers) })
    await comeIn()
    await press('Propose something')
    await user.type(await screen.findByLabelText('What is to be done?'), 'Write one plan')
    const next = aStep({ id: 'step-2', order: 'b', contribute: 'closed', question: { text: 'Now we listen' } })
    host.change({
      added: [next],
      changed: [{ type: 'step', id: 'step-1', from: { state: 'running' }, to: { state: 'done' } }],
    })
    await screen.findByText('Now we listen')
    expect(screen.queryByLabelText('What is to be done?')).toBeNull()
  })
})

test('who came in with the code for everybody is told how to get into a group that works', async () => {
  const group = {
    type: 'group',
    id: 'group-1',
    order: 'a',
    label: { text: 'Families' },
    stage: { view: 'step' },
  } as const
  const { comeIn } = await openPhone({ records: aRoom({ ...writing, groupId: group.id }, group) })
  await comeIn()
  await screen.findByText(/^The groups are working now/)
  expect(screen.queryByText(/not started yet/)).toBeNull()
})

describe('what one can do besides', () => {
  test('nothing that the facilitator did not open', async () => {
    const { comeIn } = await openPhone()
    await comeIn()
    await screen.findByRole('button', { name: 'I am done' })
    expect(screen.queryByRole('button', { name: 'I would like to speak' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Propose something' })).toBeNull()
  })

  test('"I am done" is told again to a laptop that has forgotten it', async () => {
    const { host, press, comeIn, comeBack } = await openPhone()
    await comeIn()
    await press('I am done')
    await screen.findByRole('button', { name: 'I am done', pressed: true })
    host.drop()
    await comeBack()
    await waitFor(() => expect(host.asked('step.finished')).toHaveLength(2))
  })

  test('a wish to speak shows how many come before', async () => {
    const queue = [{ id: 'other' }, { id: 'mine' }]
    const { host, press, comeIn, phone } = await openPhone({
      records: aRoom(writing, aSession({ queue })),
    })
    host.answerWith(() => ({ result: { id: 'mine' } }))
    await comeIn()
    expect(phone.view && [...phone.view.session.values()][0]?.queue).toEqual(queue)
    await press('I would like to speak')
    await screen.findByRole('button', { name: '1 before you. Take me off', pressed: true })
  })

  test('a proposal stays on the phone until the host has it, and keeps its id', async () => {
    const { host, user, press, comeIn } = await openPhone({ records: aRoom({ ...writing, propose: ['task'] }) })
    await comeIn()
    await press('Propose something')
    await user.type(await screen.findByRole('textbox', { name: 'What is to be done?' }), 'Ask the school.')
    host.answerWith(() => ({ failure: { code: 'slow-down' } }))
    await press(/^Propose it/)
    await screen.findByRole('alert')
    host.answerWith(taken)
    await press(/^Propose it/)
    await screen.findByText('From this phone')
    expect(screen.queryByText('The person who leads the meeting looks at it first.')).toBeNull()
    const [first, second] = host.asked('proposal.submit').map(({ args }) => args)
    expect(first).toEqual(second)
    await press(/^Take back/)
    await waitFor(() => expect(screen.queryByText('From this phone')).toBeNull())
  })

  test('taking on a task needs a voice and one of the open tasks', async () => {
    const records = aRoom({ ...writing, propose: ['volunteer'] }, aTask({ text: 'Ask the school.' }))
    const { host, user, press, comeIn } = await openPhone({ records })
    host.answerWith(taken)
    await comeIn()
    await press('Propose something')
    await press(/^Propose it/)
    expect(host.asked('proposal.submit')).toEqual([])
    await user.click(await screen.findByRole('radio', { name: 'Ask the school.' }))
    await press(/^Propose it/)
    await waitFor(() => expect(host.asked('proposal.submit')).toHaveLength(1))
    expect(host.asked('proposal.submit')[0]?.args).toMatchObject({ kind: 'volunteer', taskId: 'task-1' })
  })
})

describe('a card that is in', () => {
  test('is changed with its own id and secret; a change that is refused leaves it as it was', async () => {
    const { host, user, press, comeIn } = await openPhone()
    host.answerWith(taken)
    await comeIn()
    await user.type(await screen.findByRole('textbox', { name: 'Your words' }), 'Nobody calls.')
    await press(/^Send/)
    await press(/card from this phone/)
    await press(/^Change/)
    const box = await screen.findByRole('textbox', { name: 'Your words' })
    await user.clear(box)
    await user.type(box, 'Nobody calls back.')
    host.answerWith(() => ({ failure: { code: 'step-closed' } }))
    await press('Save')
    await screen.findByText('Nobody calls.')
    const [first, second] = host
      .asked('card.submit')
      .map(({ args }) => args as { id: string; secret: string; text: string })
    expect([second?.id, second?.secret, second?.text]).toEqual([first?.id, first?.secret, 'Nobody calls back.'])
  })
})

describe('the notebook', () => {
  test('opens with its code, and keeps neither code nor words on the phone', async () => {
    const { host, user, press, comeIn } = await openPhone()
    host.answerWith(({ name }) => ({ result: name === 'notebook.open' ? { entries: [] } : { id: 'x' } }))
    await comeIn()
    await press(/Your voice, your words/)
    await press('My notebook')
    await user.type(await screen.findByRole('textbox', { name: 'Code of the notebook' }), 'WRONG-CODE')
    await press('Open')
    await screen.findByRole('alert')
    await press('Begin a new notebook')
    const code = (await screen.findByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)).textContent ?? ''
    await press('I have noted it down')
    await user.type(await screen.findByRole('textbox', { name: 'Write something new' }), 'At the lake.')
    await press('Keep it')
    await waitFor(() => expect(host.asked('notebook.write')).toHaveLength(1))
    expect(host.asked('notebook.write')[0]?.args).toMatchObject({ code, text: 'At the lake.' })
    expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(new RegExp(`${code}|At the lake`))
  })
})
