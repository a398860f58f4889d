/* cor-network-job.h: the building of a road network in the background, and how far it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CorNetworkJob: an extract on its way to a network of the store. */
typedef struct _CorNetworkJob CorNetworkJob;

/**
 * cor_network_job_start: builds a network of an extract in a thread, with the heights of the tiles beside it.
 * @extract: a file on this computer
 * @done: called in the main loop, without a source; to end with cor_network_job_finish()
 *
 * Returns: (transfer none): the job, which is there until @done returns
 */
CorNetworkJob *cor_network_job_start (const char *extract,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback done,
                                      gpointer data);

/** cor_network_job_finish: whether it was built; as cor_network_build() where not. */
gboolean cor_network_job_finish (GAsyncResult *result, GError **error);

/** cor_network_job_of: the job that a result is of. */
const CorNetworkJob *cor_network_job_of (GAsyncResult *result);

/** cor_network_job_get_name: what the network is called. */
const char *cor_network_job_get_name (const CorNetworkJob *job);

/** cor_network_job_get_share: how much is done, 0 to 1. */
double cor_network_job_get_share (const CorNetworkJob *job);

/** cor_network_job_get_step: what it does at the moment, in words. (transfer none) */
const char *cor_network_job_get_step (const CorNetworkJob *job);

/** cor_network_job_describe_speed: "12.3 MB/s, 40 s left"; empty while that cannot be told. (transfer full) */
char *cor_network_job_describe_speed (const CorNetworkJob *job);

/** cor_network_job_describe: what was built, once it is. (transfer full) */
char *cor_network_job_describe (const CorNetworkJob *job);

G_END_DECLS
