import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, test } from 'vitest'
import { listNetworks } from '../../electron/host/networks'

const at = (address: string, internal = false): NetworkInterfaceInfo[] => [
  { address, netmask: '255.255.255.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal, cidr: null },
]
const names = (interfaces: Parameters<typeof listNetworks>[0]): string[] =>
  listNetworks(interfaces).map(({ name }) => name)

describe('the network that phones can use', () => {
  test.each([
    [
      { lo: at('127.0.0.1', true), docker0: at('172.17.0.1'), eth0: at('10.0.0.5'), wlp3s0: at('192.168.1.20') },
      ['wlp3s0', 'eth0', 'docker0'],
    ],
    [
      { 'vEthernet (WSL)': at('172.20.0.1'), 'Wi-Fi': at('192.168.0.7'), Ethernet: at('192.168.0.8') },
      ['Wi-Fi', 'Ethernet', 'vEthernet (WSL)'],
    ],
    [{ utun3: at('10.8.0.2'), en0: at('192.168.2.4'), bridge100: at('192.168.64.1') }, ['en0', 'utun3', 'bridge100']],
    [{ wlan0: at('169.254.1.2'), eth0: at('192.168.1.2') }, ['eth0', 'wlan0']],
    [{ eth0: at('203.0.113.9'), usb0: at('192.168.42.3') }, ['usb0', 'eth0']],
  ])('comes first: %#', (interfaces, order) => {
    expect(names(interfaces)).toEqual(order)
    expect(listNetworks(interfaces).map(({ recommended }) => recommended)).toEqual(order.map((_, index) => index === 0))
  })

  test('is never recommended when it is a virtual one', () => {
    expect(listNetworks({ tun0: at('10.8.0.2') })).toMatchObject([
      { name: 'tun0', kind: 'virtual', recommended: false },
    ])
  })

  test('is none on a laptop without one', () => {
    expect(listNetworks({ lo: at('127.0.0.1', true) })).toEqual([])
  })
})
