import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One node of a test cluster in a Java process of its own, so that killing the process kills the node. Java runs this
 * file from source. Arguments: the node's folder, the cluster's name, the node's name, its HTTP port, its transport port, the
 * transport addresses of all nodes, and the names of those that may elect the first manager (both comma-separated).
 */
public final class ClusterNode {
    public static void main(final String[] args) throws Exception {
        final OpenSearchRunner runner = new OpenSearchRunner();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                runner.close();
            } catch (final Exception error) {
                System.err.println(error.getMessage());
            }
        }));
        runner.onBuild((number, settings) -> {
            settings.put("node.name", args[2]);
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", args[3]);
            settings.put("transport.port", args[4]);
            settings.put("discovery.type", "zen");
            // A node that stands still is missed after some twelve seconds, and not after half a minute and more.
            for (String check : new String[] {"follower_check", "leader_check"}) {
                settings.put("cluster.fault_detection." + check + ".timeout", "6s");
                settings.put("cluster.fault_detection." + check + ".retry_count", "2");
            }
            settings.putList("discovery.seed_hosts", args[5].split(","));
            settings.putList("cluster.initial_cluster_manager_nodes", args[6].split(","));
            // Test machines are often nearly full; a test of full disks sets its own marks.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
            settings.put("action.auto_create_index", "false");
        });
        runner.build("-basePath", args[0], "-clusterName", args[1], "-numOfNode", "1", "-useLogger");
        System.out.println("started " + args[2]);
        Thread.currentThread().join();
    }
}
