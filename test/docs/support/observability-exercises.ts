import { context, metrics, trace } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import pino from 'pino';
import { expect } from 'vitest';
import { createP100Client, type P100Client, type P100Event } from '../../../src/index.ts';
import { johnDoe } from '../../support/description.ts';
import type { Exercise } from './exercises.ts';
import type { KitServer } from './kit-server.ts';

/** One call that needs a retry and one that is refused. */
async function makeCalls(p100: P100Client, server: KitServer): Promise<void> {
  server.failNext({ type: 'bad-gateway' });
  await p100.users.create(johnDoe());
  await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ code: 'P411' });
}

/** The exercises of the observability guide. */
export const observabilityExercises: Record<string, Exercise> = {
  'docs/observability.md#createLoggedClient': async ({ createLoggedClient }, server) => {
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
    await makeCalls(createLoggedClient(logger), server);
    const logged = lines.map((line) => JSON.parse(line));
    expect(logged).toMatchObject([
      {
        level: 40,
        msg: 'P100 attempt failed',
        status: 502,
        reason: 'server-error',
        attempt: 1,
        method: 'users.create',
      },
      { level: 40, msg: 'P100 call is retried', delayMs: expect.any(Number) },
      { level: 30, msg: 'P100 call ended', outcome: 'success', attempts: 2 },
      { level: 40, msg: 'P100 attempt failed', status: 400, code: 'P411' },
      { level: 50, msg: 'P100 call failed', code: 'P411', error: 'UserExistsError', mayHaveTakenEffect: false },
    ]);
    expect(new Set(logged.slice(0, 3).map(({ callId }) => callId)).size).toBe(1);
    expect(lines.join()).not.toContain(johnDoe().email);
  },
  'docs/observability.md#requestId': async ({ requestId, createTracedClient }, server) => {
    const lines: (P100Event & { requestId?: string })[] = [];
    const p100 = createTracedClient((line: P100Event & { requestId?: string }) => lines.push(line));
    server.failNext({ type: 'bad-gateway' });
    await Promise.all(['first', 'second'].map((id) => requestId.run(id, () => p100.users.ensure(johnDoe()))));
    for (const id of ['first', 'second']) {
      const types = lines.filter((line) => line.requestId === id).map(({ type }) => type);
      expect([types[0], types.at(-1)]).toEqual(['call-start', 'call-end']);
    }
    expect(lines.filter(({ type }) => type === 'retry')).toHaveLength(1);
    expect(lines.every((line) => line.requestId)).toBe(true);
  },
  'docs/observability.md#recordMetrics': async ({ recordMetrics }, server) => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter });
    const provider = new MeterProvider({ readers: [reader] });
    metrics.setGlobalMeterProvider(provider);
    await makeCalls(createP100Client({ onEvent: recordMetrics() }), server);
    await reader.forceFlush();
    const found = exporter.getMetrics()[0]?.scopeMetrics[0]?.metrics ?? [];
    const points = Object.fromEntries(
      found.map(({ descriptor, dataPoints }) => [
        descriptor.name,
        dataPoints.map(({ attributes, value }) => ({ ...attributes, value })),
      ]),
    );
    const method = 'users.create';
    expect(points).toMatchObject({
      'p100.calls': [
        { method, outcome: 'success', value: 1 },
        { method, outcome: 'failure', error: 'P411', value: 1 },
      ],
      'p100.retries': [{ method, value: 1 }],
      'p100.call.duration': [{ value: { count: 1 } }, { value: { count: 1 } }],
    });
    await provider.shutdown();
    metrics.disable();
  },
  'docs/observability.md#recordSpans': async ({ recordSpans }, server) => {
    const exporter = new InMemorySpanExporter();
    const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    trace.setGlobalTracerProvider(provider);
    await makeCalls(createP100Client({ onEvent: recordSpans() }), server);
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ name }) => name)).toEqual([
      ...['p100 attempt', 'p100 attempt', 'p100 users.create'],
      ...['p100 attempt', 'p100 users.create'],
    ]);
    const [failed, repeated, call, , refused] = spans;
    for (const attempt of [failed, repeated]) {
      expect(attempt?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
    }
    expect(failed?.attributes).toMatchObject({ 'http.response.status_code': 502, 'error.type': 'P100ResponseError' });
    expect(repeated?.attributes).toMatchObject({ 'http.response.status_code': 201, 'http.request.resend_count': 1 });
    expect(call?.events.map(({ name }) => name)).toEqual(['retry']);
    expect(refused?.attributes).toMatchObject({ 'error.type': 'P411' });
    await provider.shutdown();
    trace.disable();
    context.disable();
  },
};
