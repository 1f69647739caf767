import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFailed } from 'vitest'
import { ROOT, startHostProcess } from './host-process'
import type { HostProcess } from './host-process'
import { DESK, HAND, launchBrowser } from './browser'
import { createAir } from './air'
import type { Air } from './air'
import { createFacilitator } from './drivers/facilitator'
import type { Facilitator } from './drivers/facilitator'
import { createPhone } from './drivers/phone'
import type { Phone } from './drivers/phone'
import { createProjector } from './drivers/projector'
import type { Projector } from './drivers/projector'
import { openedBy, watchPage } from './watch'
import type { Watch } from './watch'

const PATIENCE = 15_000
const PICTURES = join(ROOT, 'test-results')

export type Guest<D> = D & { readonly page: Page; readonly context: BrowserContext; readonly watch: Watch }

export type PhoneGuest = Guest<Phone> & {
  /** Walks out of the Wi-Fi; what fails until it is found again is no complaint. */
  readonly loseNetwork: () => void
  readonly findNetwork: () => void
}

/** `link`: to another host than that of the stage. `query`: added to the address, such as `?lang=qps`. */
export type FacilitatorOptions = BrowserContextOptions & { readonly link?: string; readonly query?: string }

export type Stage = {
  readonly host: () => HostProcess
  /** One more page of the facilitator in a browser of its own, 1440 × 900 unless said otherwise. */
  readonly facilitator: (options?: FacilitatorOptions) => Promise<Guest<Facilitator>>
  /** Opens the projector from the facilitator's page, 1920 × 1080. */
  readonly projector: (facilitator: Guest<Facilitator>) => Promise<Guest<Projector>>
  /** A browser of another computer in the room, at an address that was given to it. */
  readonly helper: (address: string) => Promise<Guest<Facilitator>>
  readonly screen: (address: string) => Promise<Guest<Projector>>
  /** A phone that has not joined yet. */
  readonly phone: (options?: BrowserContextOptions) => Promise<PhoneGuest>
  /** Looks now for what went wrong unseen; done after each test anyway. */
  readonly check: () => void
}

const loseNetwork = (air: Air, watch: Watch): void => {
  watch.expect(/net::ERR_|WebSocket/)
  air.lose()
}

const pictureOf = async (page: Page, test: string, name: string): Promise<void> => {
  if (page.isClosed()) return
  await mkdir(PICTURES, { recursive: true })
  const file = `${test} ${name}`.replaceAll(/[^\w]+/g, '-').slice(0, 120)
  await page.screenshot({ path: join(PICTURES, `${file}.png`) }).catch(() => undefined)
}

/**
 * A host and a browser for the tests of one file. Every page is watched: a console error, a refused resource or a
 * request to elsewhere fails the test. A failed test leaves a picture of each page in `test-results`.
 */
export const useStage = (): Stage => {
  let browser: Browser
  let host: HostProcess
  const airs: Air[] = []
  const guests: { readonly name: string; readonly page: Page; readonly watch: Watch }[] = []
  beforeAll(async () => {
    ;[browser, host] = await Promise.all([launchBrowser(), startHostProcess()])
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all(airs.map((air) => air.stop()))
    await host?.stop()
  })
  beforeEach(() => {
    onTestFailed(async ({ task }) => {
      for (const { name, page } of guests) await pictureOf(page, task.name, name)
    })
  })
  const check = (): void => expect(guests.flatMap(({ watch }) => watch.complaints())).toEqual([])
  afterEach(check)
  const seat = (page: Page, kind: string): { readonly page: Page; readonly watch: Watch } => {
    const name = `${kind} ${guests.filter((guest) => guest.name.startsWith(kind)).length + 1}`
    page.setDefaultTimeout(PATIENCE)
    const watch = watchPage(page, name)
    guests.push({ name, page, watch })
    return { page, watch }
  }
  return {
    host: () => host,
    check,
    facilitator: async ({ link, query = '', ...options } = {}) => {
      const context = await browser.newContext({ ...DESK, ...options })
      const { page, watch } = seat(await context.newPage(), 'facilitator')
      await page.goto((link ?? (await host.link())).replace('/#', `/${query}#`))
      return { ...createFacilitator(page), page, context, watch }
    },
    projector: async ({ context, openProjector, page: laptop }) => {
      const { page, watch } = seat(await openedBy(context, openProjector), 'projector')
      await page.setViewportSize({ width: 1920, height: 1080 })
      // Both are tabs of one window here; the one behind draws once a second, and every click on it waits for two drawings.
      await laptop.bringToFront()
      return { ...createProjector(page), page, context, watch }
    },
    helper: async (address) => {
      const context = await browser.newContext(DESK)
      const { page, watch } = seat(await context.newPage(), 'helper')
      await page.goto(address)
      return { ...createFacilitator(page), page, context, watch }
    },
    screen: async (address) => {
      const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
      const { page, watch } = seat(await context.newPage(), 'screen')
      await page.goto(address)
      return { ...createProjector(page), page, context, watch }
    },
    phone: async (options) => {
      const air = await createAir()
      airs.push(air)
      const context = await browser.newContext({ ...HAND, proxy: { server: air.server }, ...options })
      const { page, watch } = seat(await context.newPage(), 'phone')
      return {
        ...createPhone(page),
        page,
        context,
        watch,
        loseNetwork: () => loseNetwork(air, watch),
        findNetwork: air.find,
      }
    },
  }
}
