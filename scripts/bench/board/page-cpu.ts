import type { Browser, CDPSession, Page } from 'playwright-core'

const VIEW = { width: 1224, height: 812 }

export const opened = async (browser: Browser, url: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: VIEW })
  await page.goto(url)
  return page
}

export type Cpu = { readonly cdp: CDPSession; readonly spent: () => Promise<number> }

/** CPU that the page's main thread has used, ms. */
export const cpuOf = async (page: Page): Promise<Cpu> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000
  }
  return { cdp, spent }
}

/** Two frames: what a change draws is drawn. */
export const settled = async (page: Page): Promise<void> => {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}
