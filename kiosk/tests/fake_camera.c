/* Cameras that are only a library: loaded before the others (LD_PRELOAD), it stands in for /dev/video0 and those behind
   it, so that the kiosk's way to a real camera runs unchanged on a machine without one.
   The folder FAKE_CAMERA has a folder for each, by its number. In it: frame.yuyv is what the camera sees (640×480),
   read anew for each frame; with a frame.jpg it offers Motion JPEG as well (1280×720, odd.jpg for every other frame);
   `name` is its name; a file `unplugged` takes it away; a file `stalled` makes it send nothing more, as a camera does
   whose firmware hangs; a file `frozen` takes the noise away that a sensor has. One of them is open at a time. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { SIZE = 1280 * 720 * 2, PAGES = (SIZE + 4095) & ~4095, BUFFERS = 4, RATE = 30 };

static int camera = -1, number, is_jpeg, queue[BUFFERS], queued, streaming, sequence;
static struct timespec next;

static const char *place(const char *file) {
    static _Thread_local char path[512];
    snprintf(path, sizeof path, "%s/%d/%s", getenv("FAKE_CAMERA"), number, file);
    return path;
}

static int is_there(const char *file) { return access(place(file), F_OK) == 0; }

static int is_gone(void) { return is_there("unplugged") || !is_there("frame.yuyv"); }

static int open_camera(int wanted) {
    number = wanted;
    if (is_gone()) { errno = ENOENT; return -1; }
    is_jpeg = 0;
    int fd = memfd_create("camera", MFD_CLOEXEC);
    if (fd >= 0 && ftruncate(fd, BUFFERS * PAGES) != 0) return -1;
    queued = streaming = sequence = 0;
    return camera = fd;
}

#define OPEN(name)                                                              \
    int name(const char *path, int flags, ...) {                                \
        va_list rest;                                                           \
        va_start(rest, flags);                                                  \
        int mode = va_arg(rest, int);                                           \
        va_end(rest);                                                           \
        if (strncmp(path, "/dev/video", 10) == 0) return open_camera(atoi(path + 10)); \
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #name);          \
        return real(path, flags, mode);                                         \
    }
OPEN(open)
OPEN(open64)

static int fail(int reason) { errno = reason; return -1; }

static void describe(struct v4l2_format *format) {
    format->fmt.pix.width = is_jpeg ? 1280 : 640;
    format->fmt.pix.height = is_jpeg ? 720 : 480;
    format->fmt.pix.pixelformat = is_jpeg ? V4L2_PIX_FMT_MJPEG : V4L2_PIX_FMT_YUYV;
    format->fmt.pix.field = V4L2_FIELD_NONE;
    format->fmt.pix.bytesperline = is_jpeg ? 0 : 640 * 2;
    format->fmt.pix.sizeimage = SIZE;
    format->fmt.pix.colorspace = V4L2_COLORSPACE_SRGB;
}

/* How many bytes the frame has. */
static int see(int buffer) {
    int is_odd = sequence & 1 && !is_there("frozen");
    FILE *file = fopen(place(!is_jpeg ? "frame.yuyv" : is_odd ? "odd.jpg" : "frame.jpg"), "rb");
    if (!file) return 0;
    char *memory = mmap(0, SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, camera, (off_t)buffer * PAGES);
    int bytes = fread(memory, 1, SIZE, file);
    memset(memory + bytes, 0, SIZE - bytes);
    if (!is_jpeg && is_odd) memory[640] ^= 1;
    munmap(memory, SIZE);
    fclose(file);
    return bytes;
}

static int take(struct v4l2_buffer *buffer) {
    if (!streaming || !queued) return fail(EINVAL);
    next.tv_nsec += 1000000000L / RATE;
    if (next.tv_nsec >= 1000000000L) { next.tv_nsec -= 1000000000L; next.tv_sec++; }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, 0);
    if (is_gone()) return fail(ENODEV);
    buffer->index = queue[0];
    memmove(queue, queue + 1, --queued * sizeof *queue);
    buffer->bytesused = see(buffer->index);
    buffer->sequence = sequence++;
    buffer->flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
    buffer->field = V4L2_FIELD_NONE;
    return 0;
}

static int control(unsigned request, void *what) {
    if (is_gone()) return fail(ENODEV);
    if (request == (unsigned)VIDIOC_QUERYCAP) {
        struct v4l2_capability *about = what;
        memset(about, 0, sizeof *about);
        strcpy((char *)about->driver, "fake");
        FILE *file = fopen(place("name"), "r");
        if (file) fgets((char *)about->card, sizeof about->card, file), fclose(file);
        strcpy((char *)about->bus_info, "usb-fake");
        about->version = 0x60100;
        about->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
        about->capabilities = about->device_caps | V4L2_CAP_DEVICE_CAPS;
    } else if (request == (unsigned)VIDIOC_ENUM_FMT) {
        struct v4l2_fmtdesc *format = what;
        if (format->index > (unsigned)is_there("frame.jpg")) return fail(EINVAL);
        format->flags = format->index ? V4L2_FMT_FLAG_COMPRESSED : 0;
        strcpy((char *)format->description, format->index ? "MJPEG" : "YUYV");
        format->pixelformat = format->index ? V4L2_PIX_FMT_MJPEG : V4L2_PIX_FMT_YUYV;
    } else if (request == (unsigned)VIDIOC_ENUM_FRAMESIZES) {
        struct v4l2_frmsizeenum *size = what;
        if (size->index) return fail(EINVAL);
        int is_yuyv = size->pixel_format == V4L2_PIX_FMT_YUYV;
        size->type = V4L2_FRMSIZE_TYPE_DISCRETE;
        size->discrete.width = is_yuyv ? 640 : 1280;
        size->discrete.height = is_yuyv ? 480 : 720;
    } else if (request == (unsigned)VIDIOC_ENUM_FRAMEINTERVALS) {
        struct v4l2_frmivalenum *interval = what;
        if (interval->index) return fail(EINVAL);
        interval->type = V4L2_FRMIVAL_TYPE_DISCRETE;
        interval->discrete.numerator = 1;
        interval->discrete.denominator = RATE;
    } else if (request == (unsigned)VIDIOC_G_FMT) {
        describe(what);
    } else if (request == (unsigned)VIDIOC_S_FMT) {
        is_jpeg = ((struct v4l2_format *)what)->fmt.pix.pixelformat == V4L2_PIX_FMT_MJPEG && is_there("frame.jpg");
        describe(what);
    } else if (request == (unsigned)VIDIOC_G_PARM || request == (unsigned)VIDIOC_S_PARM) {
        struct v4l2_streamparm *stream = what;
        stream->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
        stream->parm.capture.timeperframe.numerator = 1;
        stream->parm.capture.timeperframe.denominator = RATE;
    } else if (request == (unsigned)VIDIOC_REQBUFS) {
        struct v4l2_requestbuffers *buffers = what;
        if (buffers->count > BUFFERS) buffers->count = BUFFERS;
        queued = 0;
    } else if (request == (unsigned)VIDIOC_QUERYBUF) {
        struct v4l2_buffer *buffer = what;
        if (buffer->index >= BUFFERS) return fail(EINVAL);
        buffer->length = SIZE;
        buffer->m.offset = buffer->index * PAGES;
        buffer->flags = 0;
    } else if (request == (unsigned)VIDIOC_QBUF) {
        if (queued >= BUFFERS) return fail(EINVAL);
        queue[queued++] = ((struct v4l2_buffer *)what)->index;
    } else if (request == (unsigned)VIDIOC_STREAMON) {
        streaming = 1;
        clock_gettime(CLOCK_MONOTONIC, &next);
    } else if (request == (unsigned)VIDIOC_STREAMOFF) {
        streaming = queued = 0;
    } else if (request == (unsigned)VIDIOC_DQBUF) {
        return take(what);
    } else {
        return fail(EINVAL);
    }
    return 0;
}

int ioctl(int fd, unsigned long request, ...) {
    va_list rest;
    va_start(rest, request);
    void *what = va_arg(rest, void *);
    va_end(rest);
    if (fd >= 0 && fd == camera) return control((unsigned)request, what);
    int (*real)(int, unsigned long, ...) = dlsym(RTLD_NEXT, "ioctl");
    return real(fd, request, what);
}

/* A camera that hangs is never ready; only a signal ends the wait. */
int poll(struct pollfd *asked, nfds_t count, int limit) {
    int (*real)(struct pollfd *, nfds_t, int) = dlsym(RTLD_NEXT, "poll");
    int ours = count == 1 && camera >= 0 && asked[0].fd == camera;
    return ours && is_there("stalled") ? real(0, 0, limit) : real(asked, count, limit);
}

/* The kiosk's library reaches ioctl through syscall(). */
long syscall(long number, ...) {
    va_list rest;
    va_start(rest, number);
    long x[6];
    for (int i = 0; i < 6; i++) x[i] = va_arg(rest, long);
    va_end(rest);
    if (number == SYS_ioctl && camera >= 0 && x[0] == camera) return control((unsigned)x[1], (void *)x[2]);
    long (*real)(long, ...) = dlsym(RTLD_NEXT, "syscall");
    return real(number, x[0], x[1], x[2], x[3], x[4], x[5]);
}
